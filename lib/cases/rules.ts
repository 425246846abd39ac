import {
  caseTransitions,
  closeReasonsByState,
  notPossibleConsequence,
  successOf,
  type AppointmentOutcome,
  type CaseCloseReason,
  type CaseRefusal,
  type CaseState,
  type CaseVerb,
  type DeadlineFacts,
  type DeadlineRank,
  type NotPossibleReason,
  type OutcomeEffect,
  type Service,
} from "@/lib/cases/types";
import { earliestRelease, lastUsefulOn } from "@/lib/law/duty";
import type { ParameterValues } from "@/lib/law/parameters";
import { done, refused, type Outcome } from "@/lib/outcome";
import { addDays, type CivilDate } from "@/lib/time/calendar";

/** The state after a verb, or null where the verb does not apply. */
export function nextCaseState(state: CaseState, verb: CaseVerb): CaseState | null {
  const row: Partial<Record<CaseState, CaseState>> = caseTransitions[verb];
  return row[state] ?? null;
}

/** Whether a verb is refused because of the case's state alone. */
export function caseStateRefusal(state: CaseState, verb: CaseVerb): CaseRefusal | null {
  return nextCaseState(state, verb) === null ? { code: "case.wrongState", state, verb } : null;
}

/** A case is closed with a reason that its state knows. */
export function closeRefusal(state: CaseState, reason: CaseCloseReason): CaseRefusal | null {
  const wrongState = caseStateRefusal(state, "close");
  if (wrongState !== null) return wrongState;
  const allowed: readonly CaseCloseReason[] = closeReasonsByState[state];
  return allowed.includes(reason) ? null : { code: "case.closeReasonDoesNotFit", state, reason };
}

/** Whether a case in this state belongs into a visit. */
export function isWaitingForVisit(service: Service, state: CaseState): boolean {
  return successOutcome(service, state) !== null;
}

function successOutcome(service: Service, state: CaseState): AppointmentOutcome | null {
  const row: Partial<Record<CaseState, AppointmentOutcome>> = successOf[service];
  return row[state] ?? null;
}

/** The outcomes that suit a case at its visit: its success and "not possible"; none where it waits for no visit. */
export function outcomesFor(service: Service, state: CaseState): readonly AppointmentOutcome[] {
  const success = successOutcome(service, state);
  return success === null ? [] : [success, "NOT_POSSIBLE"];
}

/** What a recorded outcome does to its case: apply, close as DONE, return to planning with its reason, or close as GONE (R49). */
export function outcomeEffect(
  one: { readonly service: Service; readonly state: CaseState },
  outcome: AppointmentOutcome,
  reason: NotPossibleReason | null,
): Outcome<OutcomeEffect, CaseRefusal> {
  const { service, state } = one;
  if (!outcomesFor(service, state).includes(outcome)) return refused({ code: "case.outcomeDoesNotFit", service, state, outcome });
  if (outcome !== "NOT_POSSIBLE") {
    if (reason !== null) return refused({ code: "case.reasonWithoutNeed", outcome, reason });
    return done(outcome === "APPLIED" ? { verb: "apply" } : { verb: "close", reason: "DONE" });
  }
  if (reason === null) return refused({ code: "case.notPossibleNeedsReason", service });
  return done(notPossibleConsequence[reason] === "GONE" ? { verb: "close", reason: "GONE" } : { verb: "impede", reason });
}

/** The state in which a visit found a case: only the hand-over of an ID card comes after its application. */
export function stateAtVisit(service: Service, isHandOver: boolean): "ACCEPTED" | "APPLIED" {
  return service === "ID_CARD" && isHandOver ? "APPLIED" : "ACCEPTED";
}

/** The verb that takes the effect of an outcome back, to the state in which the visit found the case. */
export function retractionOf(effect: OutcomeEffect, found: "ACCEPTED" | "APPLIED"): CaseVerb {
  switch (effect.verb) {
    case "apply":
      return "retractApplication";
    case "impede":
      return "retractImpediment";
    case "close":
      return found === "APPLIED" ? "reopenApplied" : "reopen";
  }
}

/** What remains to be done at the next visit of a case: an applied-for card is handed over. */
export function serviceAtVisit(service: Service, state: CaseState): Service {
  return service === "ID_CARD" && state === "APPLIED" ? "HAND_OVER" : service;
}

/** R47: from when a card can be handed over after its application, and the day that is planned by default. */
export function handOverFrom(appliedOn: CivilDate, parameters: ParameterValues): { readonly earliestOn: CivilDate; readonly defaultOn: CivilDate } {
  return { earliestOn: addDays(appliedOn, parameters.handOverEarliestDays), defaultOn: addDays(appliedOn, parameters.handOverDefaultDays) };
}

/** The day by which custody presses: for an ID card of a sentenced person the last useful day (R36), otherwise the earliest release (R10). */
function custodyDeadline(facts: DeadlineFacts, parameters: ParameterValues): CivilDate | null {
  const custody = facts.custody;
  if (custody === null || custody.releaseOn === null) return null;
  const needsProduction = facts.service === "ID_CARD" && custody.kind === "SENTENCE";
  return needsProduction ? lastUsefulOn(custody.releaseOn, parameters) : earliestRelease(custody.releaseOn).on;
}

/**
 * R59: the day by which a case presses: the earliest of custody, stated need and expiry of the old card; null without any of them. A day that had
 * already passed when the facility asked counts as the day it asked. After the application ask with the service HAND_OVER.
 */
export function dueOn(facts: DeadlineFacts, parameters: ParameterValues): CivilDate | null {
  const days = [custodyDeadline(facts, parameters), facts.neededOn, facts.idExpiresOn].filter((day) => day !== null);
  const [earliest] = days.sort();
  if (earliest === undefined) return null;
  return facts.askedOn !== null && earliest < facts.askedOn ? facts.askedOn : earliest;
}

/** R59: the order of the inbox: deadline first and none last, on the same day a prison in its duty window, then who asked first. */
export function compareByDeadline(a: DeadlineRank, b: DeadlineRank): number {
  if (a.dueOn !== b.dueOn) {
    if (a.dueOn === null) return 1;
    if (b.dueOn === null) return -1;
    return a.dueOn < b.dueOn ? -1 : 1;
  }
  if (a.isPrisonInDutyWindow !== b.isPrisonInDutyWindow) return a.isPrisonInDutyWindow ? -1 : 1;
  return a.sentAt.getTime() - b.sentAt.getTime();
}

/** The most pressing of several deadlines; null where none presses. */
export function earliestDueOn(days: readonly (CivilDate | null)[]): CivilDate | null {
  return days.filter((day) => day !== null).sort()[0] ?? null;
}
