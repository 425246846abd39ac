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
  /** The key of the form that is being carried out, so that a second press repeats the answer and not the change. */
  readonly formKey: string | null;
};

/** The portal itself: sign-in, jobs, seeding. */
export type SystemActor = { readonly kind: "system"; readonly job: string };

export type Actor = Person | SystemActor;

export type AuthRefusal =
  | { readonly code: "auth.codeWrong"; readonly attemptsLeft: number }
  | { readonly code: "auth.codeExpired" }
  | { readonly code: "auth.tooManyCodes"; readonly minutes: number }
  | { readonly code: "auth.otherBrowser" }
  | { readonly code: "auth.demoOnly" };
