/** What the operator reads when a setting is wrong. */
export const settings = {
  numberBetween: (name: string, minimum: number, maximum: number) => `${name} muss eine ganze Zahl von ${minimum} bis ${maximum} sein.`,
  trustedProxies: "TRUSTED_PROXIES muss eine Liste von Adressen oder Netzen sein, zum Beispiel 10.0.0.0/8, ::1.",
  providerIncomplete: (name: string) => `${name} fehlt: Die Anmeldung mit dem Konto der Stadt braucht OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET und OIDC_ROLE_MAP.`,
  providerIssuer: "OIDC_ISSUER muss eine Adresse wie https://login.stadt.example/realms/stadt sein, im Betrieb mit https://.",
  providerCode: "OIDC_CODE_FOR_STAFF muss yes oder no sein.",
  providerRoleMap: "OIDC_ROLE_MAP muss eine Liste wie „bk-leitung=TEAM_LEAD, bk-team=CREW“ sein, mit TEAM_LEAD, CREW, ADMINISTRATOR oder DATA_PROTECTION_OFFICER.",
  providerFacilityRole: (role: string) => `OIDC_ROLE_MAP darf die Rolle ${role} nicht vergeben: Rollen von Einrichtungen kommen nie aus dem Konto der Stadt.`,
  providerSecondFactor: "OIDC_MFA muss eine Liste wie „amr:mfa, amr:otp, acr:https://refeds.org/profile/mfa“ sein.",
} as const;
