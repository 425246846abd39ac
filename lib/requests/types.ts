import type { Service } from "@/lib/cases/types";
import type { VerdictCode } from "@/lib/law/verdicts";
import type { CivilDate } from "@/lib/time/calendar";
import type { ClosedReason } from "@/lib/visits/types";

export const requestStates = ["DRAFT", "SENT", "QUESTIONED", "ACCEPTED", "DECLINED", "WITHDRAWN", "CLOSED"] as const;
export type RequestState = (typeof requestStates)[number];

export const requestVerbs = ["send", "askBack", "answer", "accept", "decline", "withdraw", "close", "reopen"] as const;
export type RequestVerb = (typeof requestVerbs)[number];

/** A question answered on the phone must not hold the office up: it may accept or decline while QUESTIONED. */
export const requestTransitions = {
  send: { DRAFT: "SENT" },
  askBack: { SENT: "QUESTIONED" },
  answer: { QUESTIONED: "SENT" },
  accept: { SENT: "ACCEPTED", QUESTIONED: "ACCEPTED" },
  decline: { SENT: "DECLINED", QUESTIONED: "DECLINED" },
  withdraw: { SENT: "WITHDRAWN", QUESTIONED: "WITHDRAWN", ACCEPTED: "WITHDRAWN" },
  close: { ACCEPTED: "CLOSED" },
  /** A corrected outcome has opened one of its cases again. */
  reopen: { CLOSED: "ACCEPTED" },
} as const satisfies Record<RequestVerb, Partial<Record<RequestState, RequestState>>>;

export const declineReasons = [
  "NOT_GERMAN",
  "NOT_COMPETENT",
  "CAN_COME_TO_OFFICE",
  "EXEMPTION_FITS",
  "NO_LEGITIMATE_INTEREST",
  "PROXY_NOT_ALLOWED",
  "ROOM_NOT_SUITABLE",
  "DUPLICATE",
] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** Why the office asks back. */
export const questionReasons = [
  "DATES_UNSUITABLE",
  "PERSON_DATA_UNCLEAR",
  "REPRESENTATION_UNCLEAR",
  "COMPETENCE_UNCLEAR",
  "ROOM_UNCLEAR",
  "NATIONALITY_UNCLEAR",
] as const;
export type QuestionReason = (typeof questionReasons)[number];

export const withdrawReasons = ["NO_LONGER_NEEDED", "HANDLED_ELSEWHERE", "PERSON_GONE", "MISTAKE"] as const;
export type WithdrawReason = (typeof withdrawReasons)[number];

/** A span of any day, minutes since midnight, half-open. */
export type DayHours = { readonly fromMinutes: number; readonly untilMinutes: number };

/** A day that suits the facility, minutes since midnight, half-open. */
export type WishWindow = { readonly date: CivilDate; readonly fromMinutes: number; readonly untilMinutes: number };

/** Days in a row on which the facility can take no visit, and when on each of them: minutes since midnight, half-open. */
export type BlockedTime = { readonly firstOn: CivilDate; readonly lastOn: CivilDate; readonly fromMinutes: number; readonly untilMinutes: number };

/** What a request says about dates. */
export type DateWishes = { readonly wishes: readonly WishWindow[]; readonly blocked: readonly BlockedTime[] };

/** One person of a request as the rule for sending sees it; `blockers` are the codes of `judge` that refuse. */
export type RequestedPerson = {
  readonly label: string;
  readonly services: readonly Service[];
  readonly blockers: readonly VerdictCode[];
  /** The references of this person's other open cases, by service. */
  readonly openCases: readonly { readonly service: Service; readonly reference: string }[];
};

export type RequestRefusal =
  | { readonly code: "request.wrongState"; readonly state: RequestState; readonly verb: RequestVerb }
  | { readonly code: "request.noPersons" }
  | { readonly code: "request.noServices"; readonly label: string }
  | { readonly code: "request.lawForbids"; readonly label: string; readonly verdictCode: VerdictCode }
  | { readonly code: "request.duplicateCase"; readonly label: string; readonly service: Service; readonly reference: string }
  | { readonly code: "request.notInformed" }
  | { readonly code: "request.wishInThePast"; readonly date: CivilDate }
  | { readonly code: "request.wishOnClosedDay"; readonly date: CivilDate; readonly closed: ClosedReason }
  | { readonly code: "request.wishEmpty"; readonly date: CivilDate }
  | { readonly code: "request.wishTooFar"; readonly date: CivilDate; readonly lastOn: CivilDate }
  | { readonly code: "request.wishOutsideHours"; readonly date: CivilDate; readonly hours: DayHours }
  | { readonly code: "request.wishOverlaps"; readonly date: CivilDate }
  | { readonly code: "request.wishBlocked"; readonly date: CivilDate }
  | { readonly code: "request.blockedInThePast"; readonly firstOn: CivilDate }
  | { readonly code: "request.blockedReversed"; readonly firstOn: CivilDate }
  | { readonly code: "request.blockedTooLong"; readonly firstOn: CivilDate; readonly lastOn: CivilDate }
  | { readonly code: "request.casesStillOpen"; readonly count: number }
  | { readonly code: "request.visitUnderway" };
