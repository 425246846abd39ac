import type { CivilDate } from "@/lib/time/calendar";

export const nationalities = ["GERMAN", "OTHER", "UNKNOWN"] as const;
export type Nationality = (typeof nationalities)[number];

/** Where the main residence is registered; NONE means registered nowhere in Germany. */
export const mainResidences = ["DORTMUND", "ELSEWHERE", "NONE", "UNKNOWN"] as const;
export type MainResidence = (typeof mainResidences)[number];

/** A declaration of the facility; the crew assesses it on site (R25). */
export const capacities = ["CAPABLE", "INCAPABLE"] as const;
export type Capacity = (typeof capacities)[number];

/** GUARDIAN_RESIDENCE: legal guardian who may determine residence. POWER_CERTIFIED: publicly certified or notarised. */
export const representations = ["NONE", "GUARDIAN_RESIDENCE", "GUARDIAN_OTHER", "POWER_CERTIFIED", "POWER_SIMPLE", "CUSTODIAN"] as const;
export type Representation = (typeof representations)[number];

export const appliesByOptions = ["SELF", "WITH_REPRESENTATIVE", "REPRESENTATIVE_ALONE"] as const;
export type AppliesBy = (typeof appliesByOptions)[number];

export const mobilities = ["COMES_TO_ROOM", "BEDSIDE"] as const;
export type Mobility = (typeof mobilities)[number];

/** Coded, never a diagnosis (R38, R41). */
export const fingerprintObstacles = ["NONE", "SUBSTITUTE_FINGER", "TEMPORARY_ALL", "PERMANENT_MEDICAL"] as const;
export type FingerprintObstacle = (typeof fingerprintObstacles)[number];

export const custodyKinds = ["SENTENCE", "REMAND", "DEFAULT_IMPRISONMENT", "OTHER"] as const;
export type CustodyKind = (typeof custodyKinds)[number];

export const idCardStates = ["NONE", "VALID", "EXPIRED", "LOST"] as const;
export type IdCardState = (typeof idCardStates)[number];

/** Facts about custody; each date is null while the prison has not stated it. */
export type CustodyFacts = {
  readonly kind: CustodyKind;
  readonly sinceOn: CivilDate | null;
  /** The expected end of enforcement: a forecast that shifts (R09). */
  readonly releaseOn: CivilDate | null;
};

/** Facts with health meaning; stored sealed. */
export type CareFacts = {
  /** Expected to stay in a home, hospital or similar facility for good (§ 1 (3) no. 2 PAuswG). */
  readonly isPermanentResident: boolean;
  readonly capacity: Capacity;
  readonly representation: Representation;
  readonly appliesBy: AppliesBy;
  /** Whether the representative comes to the visit; null while not answered (R24). */
  readonly isRepresentativePresent: boolean | null;
  readonly mobility: Mobility;
  readonly fingerprintObstacle: FingerprintObstacle;
  /** Exempted from the duty to hold an ID card, which nobody is who could look after herself. */
  readonly isExempted: boolean;
};

/** What holds while a facility has stated nothing. */
export const nothingStated: CareFacts = {
  isPermanentResident: false,
  capacity: "CAPABLE",
  representation: "NONE",
  appliesBy: "SELF",
  isRepresentativePresent: null,
  mobility: "COMES_TO_ROOM",
  fingerprintObstacle: "NONE",
  isExempted: false,
};

/** Until when a card is valid, as far as it is known. */
export type Expiry = { readonly expiresOn: CivilDate | null; readonly isMonthOnly: boolean };

/** What the law needs to know about a person; the input of `lib/law` and nothing more. R68: no address, so that no card's address is ever made from a facility's. */
export type ResidentFacts = Omit<CareFacts, "mobility" | "fingerprintObstacle"> & {
  readonly bornOn: CivilDate;
  readonly nationality: Nationality;
  readonly mainResidence: MainResidence;
  readonly idCardState: IdCardState;
  /** Last day of validity printed on the card, or the first of its month where only that is known; null when there is no card or nobody knows. */
  readonly idExpiresOn: CivilDate | null;
  readonly hasValidPassport: boolean;
  /** Null outside of custody. */
  readonly custody: CustodyFacts | null;
};

/** Answers still missing about a person before a visit can be confirmed. */
export const residentGaps = ["NATIONALITY", "MAIN_RESIDENCE", "ID_EXPIRY", "REPRESENTATIVE_PRESENCE", "CUSTODY_SINCE", "RELEASE_DATE"] as const;
export type ResidentGap = (typeof residentGaps)[number];

/** Whom of the roster a page shows. */
export const rosterFilters = ["ALL", "NEEDS_CARD", "VALID", "ASKED", "NOT_ASKED"] as const;
export type RosterFilter = (typeof rosterFilters)[number];

/** `label` is how the facility's own page names the person; it never reaches a mail. */
export type ResidentRefusal =
  | { readonly code: "resident.bornInTheFuture"; readonly bornOn: CivilDate }
  | { readonly code: "resident.bornTooLongAgo"; readonly bornOn: CivilDate }
  | { readonly code: "resident.releaseBeforeCustody"; readonly sinceOn: CivilDate; readonly releaseOn: CivilDate }
  | { readonly code: "resident.releaseInThePast"; readonly releaseOn: CivilDate }
  | { readonly code: "resident.custodyInTheFuture"; readonly sinceOn: CivilDate }
  | { readonly code: "resident.custodyKindMissing" }
  | { readonly code: "resident.alreadyListed"; readonly label: string }
  | { readonly code: "resident.maybeListed"; readonly label: string }
  | { readonly code: "resident.justListed" }
  | { readonly code: "resident.noneFound" }
  | { readonly code: "resident.tooManyFound"; readonly most: number }
  | { readonly code: "resident.hasOpenCase"; readonly label: string; readonly caseReference: string };
