import type { AuditAction } from "@/lib/audit/types";
import { facilityFilter, scopeOf, type Scope } from "@/lib/auth/scope";
import type { Actor } from "@/lib/auth/types";
import { askedOf, openCasesOf, type OpenCase } from "@/lib/cases/queries";
import { earliestDueOn } from "@/lib/cases/rules";
import type { AskedFacts, CaseCloseReason, CaseState, Service } from "@/lib/cases/types";
import { openNote } from "@/lib/crypto/columns";
import { civil, civilOrNull } from "@/lib/db/civil";
import type { Tx } from "@/lib/db/client";
import { isId } from "@/lib/db/id";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { closuresFor } from "@/lib/facilities/queries";
import { photoByOf } from "@/lib/facilities/rules";
import type { FacilityKind } from "@/lib/facilities/types";
import { parametersInForce } from "@/lib/law/queries";
import { judge, type Judgement } from "@/lib/law/rules";
import { sendRefusals } from "@/lib/requests/rules";
import type { BlockedTime, DateWishes, DeclineReason, QuestionReason, RequestedPerson, RequestRefusal, RequestState, WishWindow, WithdrawReason } from "@/lib/requests/types";
import { careOf, listedNames, residentFactsOf, residentLabel, withFacts } from "@/lib/residents/queries";
import { gapsOf } from "@/lib/residents/rules";
import type { Mobility, ResidentFacts, ResidentGap } from "@/lib/residents/types";
import { civilDateOf, type CivilDate } from "@/lib/time/calendar";
import { announcedVisitStates, type VisitState } from "@/lib/visits/types";
import type { Prisma } from "@/prisma/generated/client/client";

export type RequestLine = {
  readonly id: string;
  readonly reference: string;
  readonly state: RequestState;
  readonly persons: number;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly dueOn: CivilDate | null;
  /** The announced visit that comes next for it. */
  readonly nextVisit: { readonly state: VisitState; readonly startsAt: Date } | null;
};

/** Appointments of which the house knows the date. */
const openAppointments = {
  where: { removedAt: null, outcome: null, visit: { state: { in: [...announcedVisitStates] } } },
  select: { visit: { select: { state: true, startsAt: true } } },
} as const satisfies Prisma.Case$appointmentsArgs;

/** The requests of the own house, newest first; no names. */
export async function ownRequests(scope: Scope): Promise<readonly RequestLine[]> {
  return inScope(scope, async (tx) => {
    const rows = await tx.visitRequest.findMany({
      where: { ...facilityFilter(scope) },
      include: { cases: { select: { residentId: true, state: true, dueOn: true, appointments: openAppointments } } },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    });
    return rows.map(({ id, reference, state, createdAt, sentAt, cases }) => {
      const dueOn = earliestDueOn(cases.filter((one) => one.state !== "CLOSED").map((one) => civilOrNull(one.dueOn)));
            const visits = cases.flatMap(({ appointments }) => appointments.flatMap(({ visit }) => (visit.startsAt ? [{ state: visit.state, startsAt: visit.startsAt }] : [])));
      const [nextVisit = null] = visits.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
      return { id, reference, state, createdAt, sentAt, dueOn, nextVisit, persons: new Set(cases.map(({ residentId }) => residentId)).size };
    });
  });
}

export type RequestCase = { readonly id: string; readonly service: Service; readonly state: CaseState; readonly closeReason: CaseCloseReason | null; readonly version: number };

export type RequestPerson = {
  readonly residentId: string;
  readonly lastName: string;
  readonly firstNames: string;
  readonly facts: ResidentFacts;
  readonly mobility: Mobility;
  readonly cases: readonly RequestCase[];
  /** The services that still stand. */
  readonly services: readonly Service[];
  readonly asked: AskedFacts;
  readonly judgement: Judgement;
  readonly gaps: readonly ResidentGap[];
  readonly otherOpenCases: readonly OpenCase[];
};

export type RequestDetails = {
  readonly id: string;
  readonly facilityId: string;
  readonly facilityKind: FacilityKind;
  readonly facilityName: string;
  readonly contact: { readonly address: string; readonly name: string };
  readonly reference: string;
  readonly state: RequestState;
  readonly version: number;
  readonly facilityNote: string;
  readonly officeNote: string;
  readonly questionReason: QuestionReason | null;
  readonly declineReason: DeclineReason | null;
  readonly withdrawReason: WithdrawReason | null;
  readonly informedAt: Date | null;
  readonly sentAt: Date | null;
  readonly createdAt: Date;
  readonly wishes: readonly WishWindow[];
  readonly blocked: readonly BlockedTime[];
  readonly persons: readonly RequestPerson[];
  /** What keeps the request from being sent, the declaration left aside. */
  readonly refusals: readonly RequestRefusal[];
  readonly visits: readonly { readonly id: string; readonly reference: string; readonly state: VisitState; readonly startsAt: Date; readonly endsAt: Date }[];
  readonly history: readonly { readonly action: AuditAction; readonly at: Date }[];
};

/** What `datesOf` needs to have been read. */
export const dateColumns = { wishes: { orderBy: [{ wishedOn: "asc" }, { fromMinutes: "asc" }] }, blocked: { orderBy: [{ firstOn: "asc" }, { fromMinutes: "asc" }] } } as const satisfies Prisma.VisitRequestInclude;

/** What a request says about dates, in their order. */
export function datesOf({ wishes, blocked }: Pick<Prisma.VisitRequestGetPayload<{ include: typeof dateColumns }>, "wishes" | "blocked">): DateWishes {
  return {
    wishes: wishes.map(({ wishedOn, fromMinutes, untilMinutes }) => ({ date: civil(wishedOn), fromMinutes, untilMinutes })),
    blocked: blocked.map(({ firstOn, lastOn, fromMinutes, untilMinutes }) => ({ firstOn: civil(firstOn), lastOn: civil(lastOn), fromMinutes, untilMinutes })),
  };
}

/** What several requests say about dates together, in their order. */
export function allDatesOf(requests: readonly (Parameters<typeof datesOf>[0] & { readonly id: string })[]): DateWishes {
  const dates = [...new Map(requests.map((request) => [request.id, datesOf(request)])).values()];
  const wishes = dates.flatMap((one) => one.wishes).sort((a, b) => (a.date === b.date ? a.fromMinutes - b.fromMinutes : a.date < b.date ? -1 : 1));
  return { wishes, blocked: dates.flatMap((one) => one.blocked).sort((a, b) => a.firstOn.localeCompare(b.firstOn) || a.fromMinutes - b.fromMinutes) };
}

const withRequestFacts = {
  facility: true,
  ...dateColumns,
  cases: { include: { resident: { include: withFacts }, appointments: { where: { removedAt: null }, include: { visit: true } } } },
} as const satisfies Prisma.VisitRequestInclude;
type RequestRow = Prisma.VisitRequestGetPayload<{ include: typeof withRequestFacts }>;

/** One request of the own house with what the law says about its persons, or null. The reading is on record. */
export async function viewRequest(actor: Actor, id: string | undefined): Promise<RequestDetails | null> {
  if (!isId(id)) return null;
  const scope = scopeOf(actor);
  return inScope(scope, async (tx) => {
    const now = await databaseNow(tx);
    return await readRequest(tx, scope, id, now);
  });
}

/** The same inside of a change. */
export async function readRequest(tx: Tx, scope: Scope, id: string, now: Date): Promise<RequestDetails | null> {
  const row = await tx.visitRequest.findFirst({ where: { id, ...facilityFilter(scope) }, include: withRequestFacts });
  if (!row) return null;
  const today = civilDateOf(now);
  const parameters = await parametersInForce(tx, today);
  const others = await openCasesOf(tx, row.cases.map(({ residentId }) => residentId), row.id);
  const context = { today, visitOn: null, parameters, photoBy: photoByOf(row.facility.kind), isOutsideServiceHours: false } as const;
  const persons = personsOf(row).map((person) => ({
    ...person,
    // A request that is over still says what it was about.
    judgement: judge(person.facts, person.services.length > 0 ? person.services : person.cases.map(({ service }) => service), context, person.asked),
    gaps: gapsOf(person.facts, person.services),
    otherOpenCases: others.filter(({ residentId }) => residentId === person.residentId),
  }));
  const { wishes, blocked } = datesOf(row);
  const asked = isEditable(row) ? persons.flatMap((one) => requestedPersonOf(one) ?? []) : null;
  // A question is about persons; a wish that has passed meanwhile must not keep its answer back.
  const wishesAsked = row.state === "DRAFT" ? wishes : [];
  const refusals = asked ? sendRefusals({ state: "DRAFT", persons: asked, wishes: wishesAsked, isInformed: true }, today, await closuresFor(tx, row.facilityId, today)) : [];
  const { facilityId, facility, reference, state, version, questionReason, declineReason, withdrawReason, informedAt, sentAt, createdAt } = row;
  const facilityNote = openNote("VisitRequest.facilityNoteSealed", id, row.facilityNoteSealed);
  const officeNote = openNote("VisitRequest.officeNoteSealed", id, row.officeNoteSealed);
  return {
    ...{ id, facilityId, reference, state, version, facilityNote, officeNote, questionReason, declineReason, withdrawReason, informedAt, sentAt, createdAt, wishes, blocked, persons, refusals },
    facilityKind: facility.kind,
    facilityName: facility.name,
    contact: { address: facility.contactEmail, name: facility.contactName },
    visits: visitsOf(row),
    history: await historyOf(tx, id),
  };
}

/** Whether the house may still change persons and days: before sending, and while the office asks back. */
export function isEditable({ state }: Pick<RequestDetails, "state">): boolean {
  return state === "DRAFT" || state === "QUESTIONED";
}

/** What the rule for sending sees; a person whose cases are all closed is out of it. */
function requestedPersonOf(person: RequestPerson): RequestedPerson | null {
  if (person.services.length === 0) return null;
  return { label: residentLabel(person), services: person.services, blockers: person.judgement.blockers.map(({ code }) => code), openCases: person.otherOpenCases };
}

function personsOf(row: RequestRow): readonly Omit<RequestPerson, "judgement" | "gaps" | "otherOpenCases">[] {
  const residents = [...new Map(row.cases.map(({ resident }) => [resident.id, resident])).values()];
  residents.sort((a, b) => a.lastName.localeCompare(b.lastName, "de") || a.firstNames.localeCompare(b.firstNames, "de") || (a.id < b.id ? -1 : 1));
  return residents.map((resident) => {
    const cases = row.cases.filter(({ residentId }) => residentId === resident.id);
    return {
      residentId: resident.id,
      ...listedNames(resident),
      facts: residentFactsOf(resident),
      mobility: careOf(resident.care).mobility,
      cases: cases.map(({ id, service, state, closeReason, version }) => ({ id, service, state, closeReason, version })),
      services: cases.filter(({ state }) => state !== "CLOSED").map(({ service }) => service),
      asked: askedOf(cases),
    };
  });
}

function visitsOf(row: RequestRow): RequestDetails["visits"] {
  const shown: readonly VisitState[] = [...announcedVisitStates, "DONE"];
  const visits = new Map(row.cases.flatMap(({ appointments }) => appointments.map(({ visit }) => [visit.id, visit] as const)));
  return [...visits.values()].flatMap(({ id, reference, state, startsAt, endsAt }) => (shown.includes(state) && startsAt && endsAt ? [{ id, reference, state, startsAt, endsAt }] : []));
}

const told = ["requestSent", "requestQuestioned", "requestAnswered", "requestAccepted", "requestDeclined", "requestWithdrawn"] as const satisfies readonly AuditAction[];

async function historyOf(tx: Tx, id: string): Promise<RequestDetails["history"]> {
  const rows = await tx.auditEntry.findMany({ where: { subjectKind: "request", subjectId: id, action: { in: [...told] } }, orderBy: [{ at: "asc" }, { id: "asc" }], select: { action: true, at: true } });
  return rows.map(({ action, at }) => ({ action: action as AuditAction, at }));
}
