export const ROLES = [
  "FACILITY_STAFF",
  "PRISON_SOCIAL_SERVICE",
  "TEAM_LEAD",
  "CREW",
  "ADMINISTRATOR",
  "DATA_PROTECTION_OFFICER",
] as const;
export type Role = (typeof ROLES)[number];

/** A signed-in person in the role that the session chose. */
export type Person = {
  readonly kind: "person";
  readonly userId: string;
  readonly displayName: string;
  readonly email: string;
  readonly role: Role;
  readonly membershipId: string;
  readonly facilityId: string | null;
  readonly facilityName: string | null;
  readonly staffId: string | null;
  readonly sessionId: string;
  /** When the person last proved who he or she is: by the second factor, or by the sign-in where there is none. */
  readonly provenAt: Date;
  /** The key of the form that is being carried out, so that a second press repeats the answer and not the change. */
  readonly formKey: string | null;
};

/**
 * What the portal does by itself, and as which of the database's groups: the gate is the web process before it knows who asks, the worker does what recurs, the
 * owner of the tables only seeds. The web's login cannot act as the worker (lib/decisions/0005).
 */
export const SYSTEM_JOBS = {
  "sign-in": "gate",
  forms: "gate",
  guards: "gate",
  refusals: "gate",
  notices: "gate",
  deliverMails: "worker",
  remindVisits: "worker",
  remindFacilities: "worker",
  clearLeftovers: "worker",
  deletePersonalData: "worker",
  "prepare-database": "worker",
  "data-keys": "gate",
  rotateKeys: "worker",
  sealAudit: "worker",
  verifyAudit: "worker",
  recordRefusals: "worker",
  seed: "owner",
} as const;
export type SystemJob = keyof typeof SYSTEM_JOBS;

/** The portal itself: sign-in, jobs, seeding. */
export type SystemActor = { readonly kind: "system"; readonly job: SystemJob };

export type Actor = Person | SystemActor;

export type AuthRefusal =
  | { readonly code: "auth.codeWrong"; readonly attemptsLeft: number }
  | { readonly code: "auth.codeExpired" }
  | { readonly code: "auth.tooMany"; readonly seconds: number }
  | { readonly code: "auth.otherBrowser" }
  | { readonly code: "auth.demoOnly" }
  | { readonly code: "provider.noRole" }
  | { readonly code: "provider.noAddress" }
  | { readonly code: "provider.disabled" }
  | { readonly code: "provider.facility" }
  | { readonly code: "provider.otherPerson" };
