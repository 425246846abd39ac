/** What comes back to a form that was refused: the typed values and what is wrong with them. */
export type FormEcho = {
  readonly action: string;
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly errors: readonly FormError[];
} | null;

/** `field` is the name of the input, or null when the sentence concerns the whole form. */
export type FormError = { readonly field: string | null; readonly message: string };
