import { AUDIT_ACTIONS, AUDIT_GROUPS, AUDIT_KINDS, AUDIT_SUBJECTS, type AuditAction, type AuditGroup, type AuditSubject } from "@/lib/audit/types";
import { isId } from "@/lib/db/id";
import { isCivilDate, type CivilDate } from "@/lib/time/calendar";

/** The part of the log that somebody wants to see. Null means all. */
export type AuditFilter = {
  readonly from: CivilDate | null;
  /** The last day that is still in it. */
  readonly until: CivilDate | null;
  /** Who acted: a user, or the portal itself. */
  readonly who: string | "portal" | null;
  readonly kind: AuditAction | AuditGroup | null;
  readonly subject: AuditSubject | null;
  /** Any id: of the entry, who acted, whom or what it is about, the house. */
  readonly about: string | null;
};

export const WHOLE_LOG: AuditFilter = { from: null, until: null, who: null, kind: null, subject: null, about: null };

type Query = Readonly<Record<string, string | undefined>>;
export type FilterFault = "from" | "until" | "about";

/** The filter of an address. What cannot be read is named, so that the page does not show everything in its place. */
export function filterOf(query: Query): { readonly filter: AuditFilter; readonly faults: readonly FilterFault[] } {
  const text = (name: string): string => query[name]?.trim() ?? "";
  const about = text("about").toLowerCase();
  const [from, until] = [dayOf(text("from")), dayOf(text("until"))];
  const kinds: readonly (AuditAction | AuditGroup)[] = [...AUDIT_GROUPS, ...AUDIT_ACTIONS];
  const who = text("who");
  const filter: AuditFilter = {
    from: from ?? null,
    until: until ?? null,
    who: who === "portal" || isId(who) ? who : null,
    kind: kinds.find((one) => one === text("kind")) ?? null,
    subject: AUDIT_SUBJECTS.find((one) => one === text("subject")) ?? null,
    about: isId(about) ? about : null,
  };
  const faults = [from === undefined ? ("from" as const) : null, until === undefined ? ("until" as const) : null, about !== "" && !isId(about) ? ("about" as const) : null];
  return { filter, faults: faults.filter((one) => one !== null) };
}

/** The same as part of an address; nothing for the whole log. */
export function queryOf(filter: AuditFilter): string {
  const values = Object.entries(filter).flatMap(([name, value]) => (value === null ? [] : [[name, value] as [string, string]]));
  return values.length === 0 ? "" : `?${new URLSearchParams(values)}`;
}

/** The kinds of entries that a filter lets through, or null for all. */
export function kindsOf({ kind }: AuditFilter): readonly AuditAction[] | null {
  if (kind === null) return null;
  const group = AUDIT_GROUPS.find((one) => one === kind);
  return group ? AUDIT_KINDS[group] : AUDIT_ACTIONS.filter((one) => one === kind);
}

/** A day as people write it (1.12.2026) or as an address carries it; null for none, undefined for anything else. */
function dayOf(text: string): CivilDate | null | undefined {
  if (text === "") return null;
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  const date = day && month && year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text;
  return isCivilDate(date) ? date : undefined;
}
