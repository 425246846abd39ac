import type { RetentionClass } from "@/lib/privacy/classes";

/** Whom a value is about. `anybody`: free text, which may name whomever its writer thought of. */
export const personGroups = ["resident", "facilityContact", "account", "staff", "anybody"] as const;
export type PersonGroup = (typeof personGroups)[number];

/** What a value is needed for. */
export const purposes = [
  "identify", "judgeEligibility", "judgeCompetence", "judgeDuty", "judgeRepresentation", "planVisit", "coordinate", "documentOutcome",
  "inform", "reachFacility", "findWay", "signIn", "grantAccess", "planCrew", "keepTyped", "repeatAnswer", "prove", "keepForCase", "restrict",
] as const;
export type Purpose = (typeof purposes)[number];

/**
 * On what law the processing rests: the public task (Art. 6 (1) (e) GDPR, § 3 DSG NRW, PAuswG), for hints on health Art. 9 (2) (g) GDPR with § 16 DSG NRW, for
 * custody Art. 10 GDPR, for the city's own people § 18 DSG NRW, for the safety of the processing Art. 32 GDPR.
 */
export const legalBases = ["PUBLIC_TASK", "HEALTH", "CUSTODY", "EMPLOYMENT", "SECURITY"] as const;
export type LegalBasis = (typeof legalBases)[number];

/** One column that holds personal data or text that somebody typed. */
export type PersonalColumn = {
  readonly about: PersonGroup;
  readonly purpose: Purpose;
  readonly basis: LegalBasis;
  /** Names period and start event; see lib/privacy/classes.ts. */
  readonly retention: RetentionClass;
  /** Stored as a text that only the portal's data key opens. */
  readonly isSealed: boolean;
  /** Somebody types it without a list to choose from. */
  readonly isFreeText: boolean;
};

/** `none`: neither personal nor typed: technical, a code of the planning, or a figure. */
export type ColumnEntry = PersonalColumn | "none";

/** Every column of a theme's tables, by table and column as the database calls them. */
export type Register = Readonly<Record<string, Readonly<Record<string, ColumnEntry>>>>;
