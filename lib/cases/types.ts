import type { CustodyFacts } from "@/lib/residents/types";
import type { CivilDate } from "@/lib/time/calendar";

export const services = ["ID_CARD", "PROVISIONAL_ID", "DUTY_EXEMPTION", "HAND_OVER", "ADDRESS_CHANGE"] as const;
export type Service = (typeof services)[number];

/** The services in which the person applies for a document, so that R01 and R20 to R23 bind. */
export const applicationServices = ["ID_CARD", "PROVISIONAL_ID"] as const satisfies readonly Service[];

/** Why somebody asks for a new ID card (R13, R14). */
export const applicationReasons = ["FIRST", "EXPIRED", "EXPIRING", "LOST", "STOLEN", "DATA_CHANGED", "APPEARANCE_CHANGED", "DAMAGED", "OTHER_INTEREST"] as const;
export type ApplicationReason = (typeof applicationReasons)[number];

/** What the office decided about a fee in hardship (R33): nothing to pay, less to pay, or the whole fee. */
export const feeDecisions = ["WAIVED", "REDUCED", "FULL"] as const;
export type FeeDecision = (typeof feeDecisions)[number];

/** Why: coded, and no word about whose benefits somebody lives on. */
export const feeDecisionReasons = ["NO_OWN_MEANS", "HARDSHIP_PROVEN", "NOT_PROVEN", "NOT_NEEDY"] as const;
export type FeeDecisionReason = (typeof feeDecisionReasons)[number];

/** What a request says about one person beside the facts of the roster; nothing of it must be said. */
export type AskedFacts = {
  readonly reason: ApplicationReason | null;
  /** The day by which the document is needed; to name it is to state the urgent need (R35). */
  readonly neededOn: CivilDate | null;
  readonly isReductionAsked: boolean;
  readonly isShippingWanted: boolean;
  /** What the office decided about the fee, in whole cents; null while it has not, or where the whole fee stays. */
  readonly decidedFeeCents: number | null;
};

export const nothingAsked: AskedFacts = { reason: null, neededOn: null, isReductionAsked: false, isShippingWanted: false, decidedFeeCents: null };

/** ACCEPTED waits for a visit or is planned (that is the visit's state); APPLIED waits for the card and its hand-over. */
export const caseStates = ["DRAFT", "REQUESTED", "ACCEPTED", "APPLIED", "CLOSED"] as const;
export type CaseState = (typeof caseStates)[number];

export const caseVerbs = ["send", "accept", "apply", "impede", "close", "retractApplication", "retractImpediment", "reopen", "reopenApplied"] as const;
export type CaseVerb = (typeof caseVerbs)[number];

export const caseTransitions = {
  send: { DRAFT: "REQUESTED" },
  accept: { REQUESTED: "ACCEPTED" },
  apply: { ACCEPTED: "APPLIED" },
  impede: { ACCEPTED: "ACCEPTED", APPLIED: "APPLIED" },
  close: { REQUESTED: "CLOSED", ACCEPTED: "CLOSED", APPLIED: "CLOSED" },
  // A corrected outcome first leads back to where its visit found the case.
  retractApplication: { APPLIED: "ACCEPTED" },
  retractImpediment: { ACCEPTED: "ACCEPTED", APPLIED: "APPLIED" },
  reopen: { CLOSED: "ACCEPTED" },
  reopenApplied: { CLOSED: "APPLIED" },
} as const satisfies Record<CaseVerb, Partial<Record<CaseState, CaseState>>>;

export const caseCloseReasons = ["DONE", "DECLINED", "WITHDRAWN", "GONE"] as const;
export type CaseCloseReason = (typeof caseCloseReasons)[number];

/** What can end a case in each state: nothing is done before it was accepted, nothing is declined once applied for. */
export const closeReasonsByState = {
  DRAFT: [],
  REQUESTED: ["DECLINED", "WITHDRAWN", "GONE"],
  ACCEPTED: ["DONE", "DECLINED", "WITHDRAWN", "GONE"],
  APPLIED: ["DONE", "WITHDRAWN", "GONE"],
  CLOSED: [],
} as const satisfies Record<CaseState, readonly CaseCloseReason[]>;

/** What happened with one case at a visit. */
export const appointmentOutcomes = ["APPLIED", "ISSUED", "HANDED_OVER", "ADDRESS_CHANGED", "EXEMPTION_TAKEN", "NOT_POSSIBLE"] as const;
export type AppointmentOutcome = (typeof appointmentOutcomes)[number];

export const notPossibleReasons = [
  "ABSENT",
  "IN_HOSPITAL",
  "REFUSED",
  "ILL_TODAY",
  "DOCUMENT_MISSING",
  "REPRESENTATIVE_MISSING",
  "EQUIPMENT_FAULT",
  "NO_NETWORK",
  "RELEASED",
  "TRANSFERRED",
  "DECEASED",
] as const;
export type NotPossibleReason = (typeof notPossibleReasons)[number];

/** RETURN brings the case back to planning, GONE closes it because the person is no longer there. */
export const notPossibleConsequence = {
  ABSENT: "RETURN",
  IN_HOSPITAL: "RETURN",
  REFUSED: "RETURN",
  ILL_TODAY: "RETURN",
  DOCUMENT_MISSING: "RETURN",
  REPRESENTATIVE_MISSING: "RETURN",
  EQUIPMENT_FAULT: "RETURN",
  NO_NETWORK: "RETURN",
  RELEASED: "GONE",
  TRANSFERRED: "GONE",
  DECEASED: "GONE",
} as const satisfies Record<NotPossibleReason, "RETURN" | "GONE">;

/** The success of a service at its visit, by the state of the case; the hand-over is a second visit of the same case. */
export const successOf = {
  ID_CARD: { ACCEPTED: "APPLIED", APPLIED: "HANDED_OVER" },
  PROVISIONAL_ID: { ACCEPTED: "ISSUED" },
  DUTY_EXEMPTION: { ACCEPTED: "EXEMPTION_TAKEN" },
  HAND_OVER: { ACCEPTED: "HANDED_OVER" },
  ADDRESS_CHANGE: { ACCEPTED: "ADDRESS_CHANGED" },
} as const satisfies Record<Service, Partial<Record<CaseState, AppointmentOutcome>>>;

/** What a recorded outcome does to its case. */
export type OutcomeEffect =
  | { readonly verb: "apply" }
  | { readonly verb: "impede"; readonly reason: NotPossibleReason }
  | { readonly verb: "close"; readonly reason: CaseCloseReason };

/** The facts from which a case's deadline follows (R59). */
export type DeadlineFacts = {
  readonly service: Service;
  /** The day the request was sent; null while it is a draft. */
  readonly askedOn: CivilDate | null;
  readonly neededOn: CivilDate | null;
  readonly idExpiresOn: CivilDate | null;
  readonly custody: Pick<CustodyFacts, "kind" | "releaseOn"> | null;
};

/** What the inbox sorts by. */
export type DeadlineRank = {
  readonly dueOn: CivilDate | null;
  readonly isPrisonInDutyWindow: boolean;
  readonly sentAt: Date;
};

export type CaseRefusal =
  | { readonly code: "case.wrongState"; readonly state: CaseState; readonly verb: CaseVerb }
  | { readonly code: "case.alreadyInVisit" }
  | { readonly code: "case.alreadyInRequest" }
  | { readonly code: "case.closeReasonDoesNotFit"; readonly state: CaseState; readonly reason: CaseCloseReason }
  | { readonly code: "case.outcomeDoesNotFit"; readonly service: Service; readonly state: CaseState; readonly outcome: AppointmentOutcome }
  | { readonly code: "case.notPossibleNeedsReason"; readonly service: Service }
  | { readonly code: "case.reasonWithoutNeed"; readonly outcome: AppointmentOutcome; readonly reason: NotPossibleReason };
