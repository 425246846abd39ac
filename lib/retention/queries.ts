import { scopeOf, type Scope } from "@/lib/auth/scope";
import type { Service } from "@/lib/cases/types";
import { civil, civilOrNull } from "@/lib/db/civil";
import type { Tx } from "@/lib/db/client";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import type { ParameterValues } from "@/lib/law/parameters";
import { parametersInForce } from "@/lib/law/queries";
import type { RetentionClass } from "@/lib/privacy/classes";
import { runClasses } from "@/lib/privacy/run";
import { finishedAtOf, isRunOverdue } from "@/lib/retention/rules";
import type { HoldLine, KeptFigure, RunDay } from "@/lib/retention/types";
import { civilDateOf, type CivilDate } from "@/lib/time/calendar";

/** So many days of the run's log stand on the page. */
const DAYS_SHOWN = 21;
const HOLDS_SHOWN = 50;
const FIGURES_SHOWN = 60;

export type RetentionOverview = {
  readonly parameters: ParameterValues;
  /** The newest first; of the newest that is done come the figures of what is next. */
  readonly runs: readonly (RunDay & { readonly finishedAt: Date | null })[];
  readonly lastFinishedAt: Date | null;
  readonly isOverdue: boolean;
  readonly holds: readonly HoldLine[];
  readonly figures: readonly KeptFigure[];
};

/** The periods in force, what the runs did and what comes next, and the holds (R63). Figures and references, no person. */
export async function retentionOverview(scope: Scope): Promise<RetentionOverview | null> {
  if (scope.reach !== "oversight") return null;
  return inScope(scope, async (tx) => {
    const now = await databaseNow(tx);
    const runs = (await runDays(tx)).map((run) => ({ ...run, finishedAt: finishedAtOf(run, runClasses) }));
    const lastFinishedAt = runs.find(({ finishedAt }) => finishedAt !== null)?.finishedAt ?? null;
    return { parameters: await parametersInForce(tx, civilDateOf(now)), runs, lastFinishedAt, isOverdue: isRunOverdue(lastFinishedAt, now), holds: await holdLines(tx), figures: await keptFigures(tx) };
  });
}

async function runDays(tx: Tx): Promise<readonly RunDay[]> {
  const days = await tx.deletionRun.findMany({ distinct: ["runOn"], select: { runOn: true }, orderBy: { runOn: "desc" }, take: DAYS_SHOWN });
  const rows = await tx.deletionRun.findMany({ where: { runOn: { in: days.map(({ runOn }) => runOn) } } });
  return days.map(({ runOn }) => ({
    runOn: civil(runOn),
    lines: rows.filter((row) => row.runOn.getTime() === runOn.getTime()).map(({ dataClass, removed, held, dueInWeek, dueInMonth, finishedAt }) => ({ dataClass: dataClass as RetentionClass, removed, held, dueInWeek, dueInMonth, finishedAt })),
  }));
}

/** The counts that remain of deleted cases and appointments, for the whole city; the newest month first. */
async function keptFigures(tx: Tx): Promise<readonly KeptFigure[]> {
  const rows = await tx.figure.groupBy({ by: ["monthOn", "kind", "service", "result"], _sum: { count: true }, orderBy: [{ monthOn: "desc" }, { kind: "asc" }, { service: "asc" }, { result: "asc" }], take: FIGURES_SHOWN });
  return rows.map(({ monthOn, kind, service, result, _sum }) => ({ monthOn: civil(monthOn), kind, service, result, count: _sum.count ?? 0 }));
}

async function holdLines(tx: Tx): Promise<readonly HoldLine[]> {
  const rows = await tx.deletionHold.findMany({
    include: { request: { select: { reference: true, facility: { select: { name: true } } } } },
    orderBy: [{ endedAt: { sort: "desc", nulls: "first" } }, { untilOn: "asc" }],
    take: HOLDS_SHOWN,
  });
  const people = await tx.user.findMany({ where: { id: { in: rows.flatMap(({ setById, endedById }) => [setById, endedById ?? setById]) } }, select: { id: true, displayName: true } });
  const nameOf = (id: string | null): string | null => people.find((one) => one.id === id)?.displayName ?? null;
  return rows.map(({ id, version, request, caseId, reason, untilOn, createdAt, setById, endedAt, endedById }) => ({
    id, version, requestReference: request?.reference ?? null, facilityName: request?.facility.name ?? null, caseId, reason, untilOn: civilOrNull(untilOn), createdAt, setBy: nameOf(setById), endedAt, endedBy: nameOf(endedById),
  }));
}

export type HoldableCase = { readonly id: string; readonly service: Service; readonly closedOn: CivilDate | null };
export type HoldableRequest = { readonly id: string; readonly reference: string; readonly facilityName: string; readonly cases: readonly HoldableCase[] };

/** The request of a short name with what is left of it, for the form that sets a hold; names no person. Null where there is nothing to keep. */
export async function holdableRequest(scope: Scope, reference: string): Promise<HoldableRequest | null> {
  if (scope.reach !== "oversight") return null;
  return inScope(scope, async (tx) => {
    const row = await tx.visitRequest.findFirst({
      where: { reference, state: { not: "DRAFT" }, cases: { some: {} } },
      select: { id: true, reference: true, facility: { select: { name: true } }, cases: { select: { id: true, service: true, closedAt: true }, orderBy: { id: "asc" } } },
    });
    if (!row) return null;
    const cases = row.cases.map(({ id, service, closedAt }) => ({ id, service, closedOn: closedAt && civilDateOf(closedAt) }));
    return { id: row.id, reference: row.reference, facilityName: row.facility.name, cases };
  });
}

/** The periods in force, for the privacy notices that everybody reads. */
export async function publicPeriods(): Promise<ParameterValues> {
  return inScope(scopeOf({ kind: "system", job: "notices" }), async (tx) => parametersInForce(tx, civilDateOf(await databaseNow(tx))));
}
