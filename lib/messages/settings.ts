/** What the operator reads when a setting is wrong. */
export const settings = {
  numberBetween: (name: string, minimum: number, maximum: number) => `${name} muss eine ganze Zahl von ${minimum} bis ${maximum} sein.`,
} as const;
