import { facilityFilter, scopeOf } from "@/lib/auth/scope";
import type { Person } from "@/lib/auth/types";
import { openCaseStates } from "@/lib/cases/queries";
import { dueOn, serviceAtVisit } from "@/lib/cases/rules";
import type { Service } from "@/lib/cases/types";
import { openFrom } from "@/lib/crypto/columns";
import { civilOrNull } from "@/lib/db/civil";
import type { Tx } from "@/lib/db/client";
import { isId } from "@/lib/db/id";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { parametersOn, type ParameterValues } from "@/lib/law/parameters";
import { parameterRows } from "@/lib/law/queries";
import { currentKind, releaseDaysOf, visitStanding } from "@/lib/releases/rules";
import type { Forecast, ForecastKind, ReleaseDays, VisitStanding } from "@/lib/releases/types";
import { factsFrom, careOf, custodyOf, withFacts } from "@/lib/residents/queries";
import type { ResidentFacts } from "@/lib/residents/types";
import { civilDateOf, type CivilDate } from "@/lib/time/calendar";

/** What a table's row holds for a history; the newest first. */
const forecastRows = {
  orderBy: [{ statedAt: "desc" as const }, { id: "desc" as const }],
  select: { id: true, residentId: true, sealed: true, statedAt: true, statedBy: { select: { displayName: true } } },
};

/** The releases that were stated for somebody in the order of saying, the newest first. */
export async function forecastsOf(tx: Tx, residentId: string): Promise<readonly Forecast[]> {
  const rows = await tx.releaseForecast.findMany({ where: { residentId }, ...forecastRows });
  return rows.map(({ id, sealed, statedAt, statedBy }) => ({ ...openFrom("ReleaseForecast.sealed", id, sealed), id, at: statedAt, by: statedBy?.displayName ?? null }));
}

/** A case that is asked for, with the day by which it presses: by the release before the newest forecast, and by today's. */
export type ReleaseCase = { readonly requestId: string; readonly reference: string; readonly service: Service; readonly before: CivilDate | null; readonly now: CivilDate | null };
/** A visit that the house knows, with how it stands to the release. */
export type ReleaseVisit = { readonly id: string; readonly reference: string; readonly startsAt: Date; readonly standing: VisitStanding };

/** Somebody's release with all that hangs on it. */
export type ReleaseView = {
  readonly id: string;
  readonly version: number;
  readonly lastName: string;
  readonly firstNames: string;
  readonly facts: ResidentFacts;
  readonly today: CivilDate;
  readonly parameters: ParameterValues;
  readonly kind: ForecastKind;
  readonly forecasts: readonly Forecast[];
  /** The days by the forecast before the newest one, and those of today. */
  readonly before: ReleaseDays | null;
  readonly now: ReleaseDays | null;
  readonly cases: readonly ReleaseCase[];
  readonly visits: readonly ReleaseVisit[];
};

/** The release of somebody in the own prison, or null; whoever reads it is on record. */
export async function viewRelease(actor: Person, id: string | undefined): Promise<ReleaseView | null> {
  const scope = scopeOf(actor);
  if (!isId(id) || scope.reach !== "facility") return null;
  return inScope(scope, async (tx) => {
    const row = await tx.resident.findFirst({ where: { id, goneOn: null, restrictedAt: null, facility: { kind: "PRISON" }, ...facilityFilter(scope) }, include: withFacts });
    const custody = row && custodyOf(row.custody);
    if (!row || !custody) return null;
    const today = civilDateOf(await databaseNow(tx));
    const values = await parameterRows(tx);
    const parameters = parametersOn(values, today);
    const forecasts = await forecastsOf(tx, id);
    const [newest] = forecasts;
    const was = newest ? { ...custody, releaseOn: newest.from } : custody;
    const cases = await tx.case.findMany({ where: { residentId: id, state: { in: [...openCaseStates] } }, include: { request: { select: { id: true, reference: true, sentAt: true } } }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
    const visits = await tx.visit.findMany({
      where: { ...facilityFilter(scope), state: { in: ["ANNOUNCED", "CONFIRMED"] }, appointments: { some: { removedAt: null, outcome: null, case: { residentId: id } } } },
      select: { id: true, reference: true, startsAt: true, appointments: { where: { removedAt: null, outcome: null, case: { residentId: id } }, select: { kind: true, case: { select: { service: true } } } } },
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    });
    return {
      id: row.id,
      version: row.version,
      lastName: row.lastName,
      firstNames: row.firstNames,
      facts: factsFrom(row, careOf(row.care), custody),
      today,
      parameters,
      kind: currentKind(forecasts),
      forecasts,
      before: releaseDaysOf(was, parameters),
      now: releaseDaysOf(custody, parameters),
      cases: cases.map((one) => {
        const askedOn = one.request.sentAt && civilDateOf(one.request.sentAt);
        const service = serviceAtVisit(one.service, one.state);
        const facts = { service, askedOn, neededOn: civilOrNull(one.neededBy), idExpiresOn: civilOrNull(row.idExpiresOn), custody: was };
        return { requestId: one.request.id, reference: one.request.reference, service, before: dueOn(facts, parametersOn(values, askedOn ?? today)), now: civilOrNull(one.dueOn) };
      }),
      visits: visits.flatMap(({ appointments, startsAt, ...visit }): ReleaseVisit[] => {
        if (!startsAt) return [];
        const on = civilDateOf(startsAt);
        const isForCard = appointments.some(({ kind, case: { service } }) => kind === "APPLICATION" && service === "ID_CARD");
        return [{ ...visit, startsAt, standing: visitStanding(custody.releaseOn, on, isForCard, parametersOn(values, on)) }];
      }),
    };
  });
}
