import { compareByDeadline, handOverFrom } from "@/lib/cases/rules";
import type { Candidate, JoiningRefusal } from "@/lib/joining/types";
import type { ParameterValues } from "@/lib/law/parameters";
import type { Judgement } from "@/lib/law/rules";
import type { ResidentGap } from "@/lib/residents/types";
import { stayOf } from "@/lib/scheduling/rules";
import type { ScheduledVisit } from "@/lib/scheduling/types";
import type { CivilDate } from "@/lib/time/calendar";
import { personMinutes } from "@/lib/visits/rules";
import type { VisitPerson } from "@/lib/visits/types";

type Stay = Pick<ScheduledVisit, "startsAt" | "endsAt" | "gateMinutes" | "setupMinutes" | "packDownMinutes"> & { readonly persons: readonly VisitPerson[] };

/** Minutes of a visit that nobody uses: whoever left keeps them free, because the announced end stands. Nothing where it is full or has no time. */
export function freeMinutesOf(visit: Stay, parameters: ParameterValues): number {
  const { startsAt, endsAt } = visit;
  return startsAt && endsAt ? Math.max(0, Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000) - stayOf(visit, parameters)) : 0;
}

/** Whether somebody fits into the time that is free (R53). */
export function isFitting(person: VisitPerson, freeMinutes: number, parameters: ParameterValues): boolean {
  return personMinutes(person, parameters) <= freeMinutes;
}

/** R47: a card is handed over only once it can be there; an application fits at any time. */
export function serviceRefusal(appliedOn: CivilDate | null, visitOn: CivilDate, parameters: ParameterValues): JoiningRefusal | null {
  if (appliedOn === null) return null;
  const fromOn = handOverFrom(appliedOn, parameters).earliestOn;
  return visitOn < fromOn ? { code: "joining.cardNotReady", fromOn } : null;
}

/** Who is offered first: who fits, then by deadline (R59), then by name. */
export function byOffer(a: Candidate, b: Candidate): number {
  if (a.isFitting !== b.isFitting) return a.isFitting ? -1 : 1;
  const nobodyFirst = { isPrisonInDutyWindow: false, sentAt: new Date(0) };
  return compareByDeadline({ dueOn: a.dueOn, ...nobodyFirst }, { dueOn: b.dueOn, ...nobodyFirst }) || a.lastName.localeCompare(b.lastName, "de");
}

/**
 * Whether somebody of the list can join without the office having decided: only where there is nothing to decide. Whatever the law refuses, what nobody has
 * answered, another competent city or a reason that must be judged goes the way of a request (R02, R13, R15 to R24).
 */
export function needsDecision(judgement: Judgement, gaps: readonly ResidentGap[]): boolean {
  const toJudge = judgement.verdicts.some(({ code }) => code === "replacement.interestMissing" || code === "representation.representativeNotThere");
  return judgement.blockers.length > 0 || gaps.length > 0 || judgement.competence !== "COMPETENT" || toJudge;
}
