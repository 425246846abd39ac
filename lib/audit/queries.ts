import type { AuditCodes, AuditDetails } from "@/lib/audit/details";
import { kindsOf, type AuditFilter } from "@/lib/audit/filter";
import { recordShown } from "@/lib/audit/view";
import { AUDIT_KINDS, type AuditAction, type AuditDraft, type AuditSubject } from "@/lib/audit/types";
import { scopeOf, type Scope } from "@/lib/auth/scope";
import type { Person, Role } from "@/lib/auth/types";
import type { Tx } from "@/lib/db/client";
import { isId } from "@/lib/db/id";
import { inScope } from "@/lib/db/in-scope";
import { addDays, instantOf } from "@/lib/time/calendar";
import type { Prisma } from "@/prisma/generated/client/client";

export const AUDIT_PER_PAGE = 25;
/** More than this goes into no file: the selection has to be narrowed. */
export const EXPORT_LIMIT = 20_000;

export type AuditLine = {
  readonly id: string;
  readonly at: Date;
  readonly action: AuditAction;
  readonly actorUserId: string | null;
  readonly actorName: string | null;
  readonly actorRole: Role | null;
  readonly subjectKind: AuditSubject;
  readonly subjectId: string | null;
  readonly subjectIds: readonly string[];
  readonly facilityId: string | null;
  readonly facilityName: string | null;
  readonly details: Readonly<Record<string, unknown>>;
};
export type AuditPage = { readonly lines: readonly AuditLine[]; readonly page: number; readonly pageCount: number; readonly count: number };

const newestFirst = [{ at: "desc" }, { id: "desc" }] as const satisfies Prisma.AuditEntryOrderByWithRelationInput[];

/** Who did or read what, the newest first; only for the oversight pages. Looking at the log is itself on record. */
export async function auditLog(actor: Person, filter: AuditFilter, wanted: number): Promise<AuditPage> {
  return onRecord(actor, { page: wanted, ...given(filter) }, { lines: [], page: 1, pageCount: 1, count: 0 }, async (tx) => {
    const where = whereOf(filter);
    const count = await tx.auditEntry.count({ where });
    const pageCount = Math.max(1, Math.ceil(count / AUDIT_PER_PAGE));
    const page = Math.min(wanted, pageCount);
    const rows = await tx.auditEntry.findMany({ where, orderBy: newestFirst, skip: (page - 1) * AUDIT_PER_PAGE, take: AUDIT_PER_PAGE });
    return { lines: await linesOf(tx, rows), page, pageCount, count };
  });
}

/** One entry with its place in the chain, or null. */
export async function auditEntryDetail(actor: Person, id: string | undefined): Promise<{ readonly line: AuditLine; readonly place: bigint | null; readonly hash: string | null } | null> {
  if (!isId(id)) return null;
  return onRecord(actor, { entry: id }, null, async (tx) => {
    const row = await tx.auditEntry.findUnique({ where: { id } });
    const [line] = row ? await linesOf(tx, [row]) : [];
    const seal = line && (await tx.auditSeal.findUnique({ where: { entryId: id } }));
    return line ? { line, place: seal?.sequence ?? null, hash: seal?.hash ?? null } : null;
  });
}

export type Access = { readonly userId: string | null; readonly name: string | null; readonly role: Role | null; readonly views: number; readonly changes: number; readonly lastAt: Date };

/** Who saw or changed the data of a person, account or thing, the latest first; null if the log knows nothing of it. */
export async function accessesTo(actor: Person, id: string | undefined): Promise<readonly Access[] | null> {
  if (!isId(id)) return null;
  return onRecord(actor, { about: id }, null, async (tx) => {
    const views = AUDIT_KINDS.view as readonly string[];
    const groups = await tx.auditEntry.groupBy({ by: ["actorUserId", "actorRole", "action"], where: { subjectIds: { has: id } }, _count: { _all: true }, _max: { at: true } });
    const names = await namesOf(tx, groups.map(({ actorUserId }) => actorUserId));
    const byActor = new Map<string, Access>();
    for (const { actorUserId, actorRole, action, _count, _max } of groups) {
      const key = `${actorUserId} ${actorRole}`;
      const known = byActor.get(key) ?? { userId: actorUserId, name: names.get(actorUserId ?? "") ?? null, role: actorRole, views: 0, changes: 0, lastAt: new Date(0) };
      const isView = views.includes(action);
      const lastAt = _max.at && _max.at > known.lastAt ? _max.at : known.lastAt;
      byActor.set(key, { ...known, lastAt, views: known.views + (isView ? _count._all : 0), changes: known.changes + (isView ? 0 : _count._all) });
    }
    return groups.length === 0 ? null : [...byActor.values()].sort((one, other) => other.lastAt.getTime() - one.lastAt.getTime());
  });
}

/** The entries of a selection for a file, oldest first, or how many they are where these are too many. That they went out is on record. */
export async function auditExport(actor: Person, filter: AuditFilter, format: AuditCodes["format"]): Promise<{ readonly lines: readonly AuditLine[]; readonly count: number }> {
  const scope = scopeOf(actor);
  if (scope.reach !== "oversight") return { lines: [], count: 0 };
  return inScope(scope, async (tx) => {
    const where = whereOf(filter);
    const count = await tx.auditEntry.count({ where });
    if (count > EXPORT_LIMIT) return { lines: [], count };
    const rows = await tx.auditEntry.findMany({ where, orderBy: [{ at: "asc" }, { id: "asc" }] });
    await recordShown(tx, actor, lookOf("auditExported", { format, count, ...given(filter) }));
    return { lines: await linesOf(tx, rows), count };
  });
}

/** Everybody who may have acted, for the filter. */
export async function auditActors(scope: Scope): Promise<readonly { readonly id: string; readonly name: string }[]> {
  if (scope.reach !== "oversight") return [];
  return inScope(scope, async (tx) => {
    const users = await tx.user.findMany({ select: { id: true, displayName: true }, orderBy: { displayName: "asc" } });
    return users.map(({ id, displayName }) => ({ id, name: displayName }));
  });
}

async function onRecord<T>(actor: Person, details: AuditDetails, nothing: T, read: (tx: Tx) => Promise<T>): Promise<T> {
  const scope = scopeOf(actor);
  if (scope.reach !== "oversight") return nothing;
  return inScope(scope, async (tx) => {
    const answer = await read(tx);
    await recordShown(tx, actor, lookOf("auditViewed", details));
    return answer;
  });
}

/** The entry about a look into the log. */
function lookOf(action: "auditViewed" | "auditExported", details: AuditDetails): AuditDraft {
  return { action, subject: { kind: "audit", id: null }, details };
}

/** What the filter narrows, for the entry about the look. */
function given(filter: AuditFilter): AuditDetails {
  return Object.fromEntries(Object.entries(filter).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))) as AuditDetails;
}

function whereOf(filter: AuditFilter): Prisma.AuditEntryWhereInput {
  const { from, until, who, subject, about } = filter;
  const kinds = kindsOf(filter);
  return {
    AND: [
      from ? { at: { gte: instantOf(from, 0) } } : {},
      until ? { at: { lt: instantOf(addDays(until, 1), 0) } } : {},
      who ? { actorUserId: who === "portal" ? null : who } : {},
      kinds ? { action: { in: [...kinds] } } : {},
      subject ? { subjectKind: subject } : {},
      about ? { OR: [{ id: about }, { actorUserId: about }, { subjectIds: { has: about } }, { facilityId: about }] } : {},
    ],
  };
}

type Row = Prisma.AuditEntryGetPayload<Record<string, never>>;

async function linesOf(tx: Tx, rows: readonly Row[]): Promise<readonly AuditLine[]> {
  const names = await namesOf(tx, rows.map(({ actorUserId }) => actorUserId));
  const houses = await tx.facility.findMany({ where: { id: { in: [...new Set(rows.flatMap(({ facilityId }) => facilityId ?? []))] } }, select: { id: true, name: true } });
  const nameOfHouse = new Map(houses.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({
    ...row,
    action: row.action as AuditAction,
    subjectKind: row.subjectKind as AuditSubject,
    actorName: names.get(row.actorUserId ?? "") ?? null,
    facilityName: nameOfHouse.get(row.facilityId ?? "") ?? null,
    details: row.details as Record<string, unknown>,
  }));
}

async function namesOf(tx: Tx, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const users = await tx.user.findMany({ where: { id: { in: [...new Set(ids.flatMap((id) => id ?? []))] } }, select: { id: true, displayName: true } });
  return new Map(users.map(({ id, displayName }) => [id, displayName]));
}
