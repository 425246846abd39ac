import { appliedOnOf } from "@/lib/cards/queries";
import { facilityFilter, scopeOf, type Scope } from "@/lib/auth/scope";
import type { Actor } from "@/lib/auth/types";
import { openCaseStates } from "@/lib/cases/queries";
import { earliestDueOn, serviceAtVisit } from "@/lib/cases/rules";
import type { Service } from "@/lib/cases/types";
import { civil, civilOrNull } from "@/lib/db/civil";
import type { Tx } from "@/lib/db/client";
import { isId } from "@/lib/db/id";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { byOffer, freeMinutesOf, isFitting, serviceRefusal } from "@/lib/joining/rules";
import type { Candidate, FreePlace } from "@/lib/joining/types";
import { parametersInForce } from "@/lib/law/queries";
import { careOf, MOST_FOUND, needsCard } from "@/lib/residents/queries";
import { scheduledVisit } from "@/lib/scheduling/queries";
import { stayAt } from "@/lib/scheduling/rules";
import { civilDateOf, type CivilDate } from "@/lib/time/calendar";
import { changePeopleRefusal, peopleFixedAt, personMinutes, visitPersonOf } from "@/lib/visits/rules";
import type { VisitState } from "@/lib/visits/types";
import type { Prisma } from "@/prisma/generated/client/client";

/** More people than one page can offer; who is most pressing stays in view. */
const MOST_OFFERED = 20;

const waitingSelect = {
  id: true,
  kind: true,
  case: {
    select: {
      id: true, service: true, state: true, dueOn: true, residentId: true,
      appointments: { where: { removedAt: null }, select: { outcome: true, outcomeAt: true } },
      resident: { select: { id: true, firstNames: true, lastName: true, care: true } },
    },
  },
} as const satisfies Prisma.AppointmentSelect;
export type WaitingRow = Prisma.AppointmentGetPayload<{ select: typeof waitingSelect }>;

/** The appointments of a house that wait in visits which are not planned yet; of one person, or of everybody whose data may be used. */
export async function waitingAppointments(tx: Tx, facilityId: string, residentId?: string): Promise<readonly WaitingRow[]> {
  return tx.appointment.findMany({
    where: { facilityId, outcome: null, removedAt: null, visit: { state: "TO_PLAN" }, case: { resident: { restrictedAt: null, goneOn: null }, ...(residentId ? { residentId } : {}) } },
    select: waitingSelect,
    orderBy: { id: "asc" },
  });
}

/** The day of the application where a card waits for its hand-over; null for everything else. */
export function waitsForCardSince({ kind, case: one }: WaitingRow, now: Date): CivilDate | null {
  return kind === "HAND_OVER" && one.state === "APPLIED" ? appliedOnOf(one.appointments, now) : null;
}

/** What is free in an announced visit and who of the house could take it, for the house itself and for the office; null for a visit that has no date. */
export async function freePlaceOf(actor: Actor, visitId: string): Promise<FreePlace | null> {
  const scope = scopeOf(actor);
  return inScope(scope, async (tx) => {
    const visit = await scheduledVisit(tx, { id: visitId, ...facilityFilter(scope) });
    const stay = visit && stayAt(visit);
    if (!visit || !stay) return null;
    const now = await databaseNow(tx);
    const visitOn = civilDateOf(stay.startsAt);
    const parameters = await parametersInForce(tx, visitOn);
    const freeMinutes = freeMinutesOf(visit, parameters);
    const fixedAt = peopleFixedAt(stay.startsAt, parameters);
    const isOpen = changePeopleRefusal({ state: visit.state, startsAt: stay.startsAt }, false, now, parameters) === null;
    if (!isOpen) return { freeMinutes, fixedAt, isOpen, candidates: [] };
    const rows = (await waitingAppointments(tx, visit.facilityId)).filter((row) => serviceRefusal(waitsForCardSince(row, now), visitOn, parameters) === null);
    const persons = new Map<string, Candidate>();
    for (const row of rows) {
      const { resident, residentId, dueOn } = row.case;
      const person = visitPersonOf(careOf(resident.care));
      const known = persons.get(residentId);
      const services: readonly Service[] = [...(known?.services ?? []), serviceAtVisit(row.case.service, row.case.state)];
      const { firstNames, lastName } = resident;
      const day = earliestDueOn([known?.dueOn ?? null, civilOrNull(dueOn)]);
      persons.set(residentId, { residentId, firstNames, lastName, services, minutes: personMinutes(person, parameters), dueOn: day, isFitting: isFitting(person, freeMinutes, parameters) });
    }
    return { freeMinutes, fixedAt, isOpen, candidates: [...persons.values()].sort(byOffer).slice(0, MOST_OFFERED) };
  });
}

export type PersonToAdd = { readonly id: string; readonly lastName: string; readonly firstNames: string; readonly bornOn: CivilDate };

/** More names than one looks through on a page; a search finds the others. */
const MOST_TO_ADD = 10;

/** People of the own list for whom nothing is under way: those a search has found, else those who need a card, whose card is over longest first. On record. */
export async function peopleToAdd(actor: Actor, only: readonly string[] | null, today: CivilDate): Promise<readonly PersonToAdd[]> {
  const scope = scopeOf(actor);
  const own = { ...facilityFilter(scope), goneOn: null, restrictedAt: null, cases: { none: { state: { in: [...openCaseStates] } } } };
  return inScope(scope, async (tx) => {
    const rows = await tx.resident.findMany({
      where: { AND: [own, only ? { id: { in: only.filter(isId).slice(0, MOST_FOUND) } } : needsCard(today)] },
      orderBy: [{ idExpiresOn: { sort: "asc", nulls: "first" } }, { lastName: "asc" }, { id: "asc" }],
      take: only ? MOST_FOUND : MOST_TO_ADD,
    });
    return rows.map(({ id, lastName, firstNames, bornOn }) => ({ id, lastName, firstNames, bornOn: civil(bornOn) }));
  });
}

/** When the own house is visited, and in which state that is; nothing about people. Null while it is not announced. */
export async function announcedDate(scope: Scope, visitId: string | undefined): Promise<{ readonly id: string; readonly version: number; readonly state: VisitState; readonly startsAt: Date } | null> {
  if (!isId(visitId)) return null;
  return inScope(scope, async (tx) => {
    const row = await tx.visit.findFirst({ where: { id: visitId, ...facilityFilter(scope), announcedAt: { not: null } }, select: { id: true, version: true, state: true, startsAt: true } });
    return row?.startsAt ? { ...row, startsAt: row.startsAt } : null;
  });
}
