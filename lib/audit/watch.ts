import type { Seen } from "@/lib/audit/viewing";
import type { Tx } from "@/lib/db/client";

/** Columns that say who a resident is, and those that say how he or she is or why here, in clear or sealed. A row with one of them is that person's data. */
const OF_RESIDENT = ["lastName", "firstNames", "bornOn"] as const;
const GUARDED_TABLES = ["care", "custody"] as const;
const OF_CARE_OR_CUSTODY = ["capacity", "representation", "fingerprintObstacle", "mobility", "isPermanentResident", "releaseOn", "sinceOn"] as const;

/**
 * The transaction with eyes: notes whose data every read of it gave, so that a page cannot forget to say. A row with a resident's name or birth date but without an id is
 * an exception, because nobody could say whose it was.
 */
export function watched(tx: Tx, seen: Seen): Tx {
  const note = (answer: unknown): unknown => {
    noteResidents(answer, null, seen);
    return answer;
  };
  const calling = (owner: object, method: (...args: unknown[]) => unknown) => (...args: unknown[]): unknown => {
    const answer = method.apply(owner, args);
    return isPromise(answer) ? answer.then(note) : answer;
  };
  const over = (owner: object): object =>
    new Proxy(owner, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value === "function") return calling(target, value as (...args: unknown[]) => unknown);
        return typeof name === "string" && value !== null && typeof value === "object" ? over(value) : value;
      },
    });
  return over(tx) as Tx;
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as { then?: unknown } | null)?.then === "function";
}

type Row = Readonly<Record<string, unknown>>;

function noteResidents(value: unknown, owner: string | null, seen: Seen): void {
  if (Array.isArray(value)) for (const one of value) noteResidents(one, owner, seen);
  else if (isRow(value)) noteRow(value, owner, seen);
}

function noteRow(row: Row, owner: string | null, seen: Seen): void {
  const isResident = OF_RESIDENT.some((column) => column in row);
  const id = idIn(row, isResident ? ["id", "residentId"] : ["residentId"]) ?? owner;
  const isSealed = "sealed" in row && typeof row.residentId === "string";
  if (isResident || isSealed || OF_CARE_OR_CUSTODY.some((column) => column in row)) {
    notePerson(id, seen);
    if (typeof row.facilityId === "string") seen.facilities.add(row.facilityId);
  }
  for (const [name, inner] of Object.entries(row)) {
    if (inner === null || typeof inner !== "object") continue;
    const isGuarded = GUARDED_TABLES.some((table) => table === name);
    const nextOwner = isGuarded ? (idIn(row, ["id"]) ?? id) : name === "resident" ? idIn(row, ["residentId"]) : null;
    if (isGuarded) notePerson(nextOwner, seen);
    noteResidents(inner, nextOwner, seen);
  }
}

function notePerson(id: string | null, seen: Seen): void {
  if (id === null) throw new Error("a resident's data were read without the id that says whose they are");
  seen.persons.add(id);
}

function idIn(row: Row, columns: readonly string[]): string | null {
  for (const column of columns) {
    const value = row[column];
    if (typeof value === "string") return value;
  }
  return null;
}

function isRow(value: unknown): value is Row {
  return value !== null && typeof value === "object" && !(value instanceof Date) && !(value instanceof Uint8Array);
}
