import { waitingCards } from "@/lib/cards/queries";
import { facilityFilter, scopeOf, type Scope } from "@/lib/auth/scope";
import type { Actor } from "@/lib/auth/types";
import { compareByDeadline, earliestDueOn } from "@/lib/cases/rules";
import { authorisationOf, judgeCases, reductionOf, type ToAuthorise, type ToDecide } from "@/lib/case-facts/queries";
import type { CaseState, Service } from "@/lib/cases/types";
import { openNote } from "@/lib/crypto/columns";
import { civilOrNull } from "@/lib/db/civil";
import { isId } from "@/lib/db/id";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { isInDutyWindow } from "@/lib/law/duty";
import { photoByOf } from "@/lib/facilities/rules";
import { parametersInForce } from "@/lib/law/queries";
import type { Verdict } from "@/lib/law/verdicts";
import { careOf, listedNames, residentFactsOf, residentLabel, withFacts } from "@/lib/residents/queries";
import { needsVisit } from "@/lib/requests/rules";
import { groupAdvice } from "@/lib/visits/rules";
import { dateColumns, datesOf } from "@/lib/requests/queries";
import type { BlockedTime, DeclineReason, QuestionReason, RequestState, WishWindow, WithdrawReason } from "@/lib/requests/types";
import { civilDateOf, daysBetween, type CivilDate } from "@/lib/time/calendar";
import type { District } from "@/lib/tours/types";

export type InboxLine = {
  readonly id: string;
  readonly reference: string;
  readonly state: RequestState;
  readonly facilityName: string;
  readonly isPrison: boolean;
  readonly district: District;
  readonly sentAt: Date;
  readonly dueOn: CivilDate | null;
  readonly daysLeft: number | null;
  readonly persons: number;
  readonly services: readonly { readonly service: Service; readonly count: number }[];
  /** Sentences that the law leaves open about these persons. */
  readonly warnings: number;
};

/** What waits for a decision (R59): the most pressing first; a prison in its duty window before a home on the same day. */
export async function inbox(scope: Scope, state: "SENT" | "QUESTIONED" = "SENT"): Promise<readonly InboxLine[]> {
  return inScope(scope, async (tx) => {
    const now = await databaseNow(tx);
    const today = civilDateOf(now);
    const parameters = await parametersInForce(tx, today);
    const rows = await tx.visitRequest.findMany({
      where: { ...facilityFilter(scope), state },
      include: { facility: true, cases: { where: { state: { not: "CLOSED" } }, include: { resident: { include: withFacts } } } },
    });
    const ranked = rows.map((row) => {
      const dueOn = earliestDueOn(row.cases.map((one) => civilOrNull(one.dueOn)));
      const people = new Map(row.cases.map(({ resident }) => [resident.id, residentFactsOf(resident)]));
      const context = { today, visitOn: null, parameters, photoBy: photoByOf(row.facility.kind), isOutsideServiceHours: false } as const;
      const warnings = [...people].flatMap(([id, facts]) => judgeCases(facts, row.cases.filter((one) => one.residentId === id), context).verdicts).filter(({ weight }) => weight !== "informs");
      const isPrisonInDutyWindow = [...people.values()].some(({ custody }) => isInDutyWindow(custody, today, parameters));
      const line: InboxLine = {
        id: row.id,
        reference: row.reference,
        state: row.state,
        facilityName: row.facility.name,
        isPrison: row.facility.kind === "PRISON",
        district: row.facility.district,
        sentAt: row.sentAt ?? row.createdAt,
        dueOn,
        daysLeft: dueOn ? daysBetween(today, dueOn) : null,
        persons: people.size,
        services: countServices(row.cases.map((one) => one.service)),
        warnings: warnings.length,
      };
      return { line, rank: { dueOn, isPrisonInDutyWindow, sentAt: line.sentAt } };
    });
    return ranked.sort((a, b) => compareByDeadline(a.rank, b.rank)).map(({ line }) => line);
  });
}

function countServices(services: readonly Service[]): InboxLine["services"] {
  const counts = new Map<Service, number>();
  for (const service of services) counts.set(service, (counts.get(service) ?? 0) + 1);
  return [...counts].map(([service, count]) => ({ service, count }));
}

export type RequestPerson = {
  readonly residentId: string;
  readonly label: string;
  /** Its data must not be used (Art. 18 GDPR): of the person nothing is shown. */
  readonly isRestricted: boolean;
  readonly bornOn: CivilDate;
  readonly services: readonly { readonly caseId: string; readonly version: number; readonly service: Service; readonly state: CaseState; readonly dueOn: CivilDate | null }[];
  readonly verdicts: readonly Verdict[];
  readonly feeCents: number;
  readonly isBedside: boolean;
  readonly authorisation: ToAuthorise | null;
  readonly reduction: ToDecide | null;
};

export type RequestForDecision = {
  readonly id: string;
  readonly reference: string;
  readonly version: number;
  readonly state: RequestState;
  readonly facility: { readonly id: string; readonly name: string; readonly isPrison: boolean; readonly address: string; readonly district: District; readonly contactName: string; readonly contactPhone: string };
  readonly sentAt: Date | null;
  readonly decidedAt: Date | null;
  readonly facilityNote: string;
  readonly officeNote: string;
  readonly questionReason: QuestionReason | null;
  readonly declineReason: DeclineReason | null;
  readonly withdrawReason: WithdrawReason | null;
  readonly wishes: readonly WishWindow[];
  readonly blocked: readonly BlockedTime[];
  readonly persons: readonly RequestPerson[];
  /** The facility's visit that waits to be planned; an accepted request joins it. */
  readonly openVisit: { readonly id: string; readonly reference: string; readonly persons: number } | null;
  readonly visits: readonly { readonly id: string; readonly reference: string }[];
  /** R55: whether the visit that these persons would get, together with who waits already, could take others along. */
  readonly group: ReturnType<typeof groupAdvice>;
};

/** One request with everything that its decision needs, or null. The reading of its persons is on record. */
export async function requestForDecision(actor: Actor, id: string | undefined): Promise<RequestForDecision | null> {
  if (!isId(id)) return null;
  const scope = scopeOf(actor);
  return inScope(scope, async (tx) => {
    const now = await databaseNow(tx);
    const today = civilDateOf(now);
    const row = await tx.visitRequest.findFirst({
      where: { id, state: { not: "DRAFT" }, ...facilityFilter(scope) },
      include: {
        facility: true,
        ...dateColumns,
        cases: { include: { resident: { include: withFacts }, appointments: { where: { removedAt: null }, include: { visit: true } } }, orderBy: { createdAt: "asc" } },
      },
    });
    if (!row) return null;
    const parameters = await parametersInForce(tx, today);
    const openVisit = await tx.visit.findFirst({
      where: { facilityId: row.facilityId, state: "TO_PLAN" },
      include: { appointments: { where: { removedAt: null, outcome: null }, include: { case: true } } },
    });
    const residents = [...new Map(row.cases.map(({ resident }) => [resident.id, resident])).values()];
    const visits = new Map(row.cases.flatMap((one) => one.appointments.map(({ visit }) => [visit.id, { id: visit.id, reference: visit.reference }] as const)));
    const { facility } = row;
    return {
      id: row.id,
      reference: row.reference,
      version: row.version,
      state: row.state,
      facility: {
        id: facility.id,
        name: facility.name,
        isPrison: facility.kind === "PRISON",
        address: `${facility.street}, ${facility.postalCode} ${facility.city}`,
        district: facility.district,
        contactName: facility.contactName,
        contactPhone: facility.contactPhone,
      },
      sentAt: row.sentAt,
      decidedAt: row.decidedAt,
      facilityNote: openNote("VisitRequest.facilityNoteSealed", row.id, row.facilityNoteSealed),
      officeNote: openNote("VisitRequest.officeNoteSealed", row.id, row.officeNoteSealed),
      questionReason: row.questionReason,
      declineReason: row.declineReason,
      withdrawReason: row.withdrawReason,
      ...datesOf(row),
      persons: residents.map((resident) => {
        const cases = row.cases.filter((one) => one.residentId === resident.id);
        const facts = residentFactsOf(resident);
        const judged = judgeCases(facts, cases, { today, visitOn: null, parameters, photoBy: photoByOf(facility.kind), isOutsideServiceHours: false });
        return {
          residentId: resident.id,
          label: residentLabel(listedNames(resident)),
          isRestricted: resident.restrictedAt !== null,
          bornOn: facts.bornOn,
          services: cases.map(({ id, version, service, state, dueOn }) => ({ caseId: id, version, service, state, dueOn: civilOrNull(dueOn) })),
          verdicts: judged.verdicts,
          feeCents: judged.fee.totalCents,
          authorisation: authorisationOf(cases, judged),
          reduction: reductionOf(cases, judged),
          isBedside: careOf(resident.care).mobility === "BEDSIDE",
        };
      }),
      group: groupAdvice(new Set([...row.cases.filter(({ service }) => needsVisit([service])).map(({ residentId }) => residentId), ...(openVisit?.appointments ?? []).map((one) => one.case.residentId)]).size, parameters),
      openVisit: openVisit && { id: openVisit.id, reference: openVisit.reference, persons: new Set(openVisit.appointments.map((one) => one.case.residentId)).size },
      visits: [...visits.values()],
    };
  });
}

export type OfficeToday = {
  readonly undecided: number;
  readonly questioned: number;
  readonly toPlan: number;
  readonly unannounced: number;
  readonly unconfirmed: number;
  readonly dateQuestions: readonly { readonly id: string; readonly reference: string; readonly facilityName: string; readonly startsAt: Date | null }[];
  readonly failedMails: number;
  readonly awaitedCards: number;
};

/** What waits for the team lead now, in figures. */
export async function officeToday(scope: Scope): Promise<OfficeToday> {
  return inScope(scope, async (tx) => {
    const filter = facilityFilter(scope);
    const [undecided, questioned, toPlan, unannounced, unconfirmed, failedMails, awaitedCards] = [
      await tx.visitRequest.count({ where: { ...filter, state: "SENT" } }),
      await tx.visitRequest.count({ where: { ...filter, state: "QUESTIONED" } }),
      await tx.visit.count({ where: { ...filter, state: "TO_PLAN" } }),
      await tx.visit.count({ where: { ...filter, state: "PLANNED" } }),
      await tx.visit.count({ where: { ...filter, state: "ANNOUNCED", questionedAt: null } }),
      await tx.mailOrder.count({ where: { state: "FAILED" } }),
      await tx.case.count({ where: { ...filter, ...waitingCards, appointments: { none: { outcome: null, removedAt: null } } } }),
    ];
    const questions = await tx.visit.findMany({ where: { ...filter, state: "ANNOUNCED", questionedAt: { not: null } }, orderBy: { startsAt: "asc" } });
    return {
      undecided,
      questioned,
      toPlan,
      unannounced,
      unconfirmed,
      failedMails,
      awaitedCards,
      dateQuestions: questions.map(({ id, reference, placeName, startsAt }) => ({ id, reference, facilityName: placeName, startsAt })),
    };
  });
}
