/** One choice of a select, a radio group or a checkbox group. */
export type Option = {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  readonly isDisabled?: boolean;
  /** Heading under which a select shows it; options of one group stand together. */
  readonly group?: string;
};
