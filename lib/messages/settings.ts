/** What the operator reads when a setting is wrong. */
export const settings = {
  numberBetween: (name: string, minimum: number, maximum: number) => `${name} muss eine ganze Zahl von ${minimum} bis ${maximum} sein.`,
  trustedProxies: "TRUSTED_PROXIES muss eine Liste von Adressen oder Netzen sein, zum Beispiel 10.0.0.0/8, ::1.",
} as const;
