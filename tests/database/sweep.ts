import { inflateRawSync } from "node:zlib";
import { unseal } from "@/lib/crypto/seal";
import { dataKeysFrom } from "@/lib/env";
import { openEcho } from "@/lib/forms/echo";
import type { PrismaClient } from "@/prisma/generated/client/client";
import { TEST_DATA_KEYS } from "../builders/keys";

/** Where a word was found: the table, the column, and whether it was sealed there. */
export type Find = { readonly table: string; readonly column: string; readonly isSealed: boolean };

/** The keys of every portal under test, in this process or in its own. */
const testKeys = dataKeysFrom(TEST_DATA_KEYS);

type Row = Readonly<Record<string, unknown>>;
type Sweep = {
  /** Values of the browser cookies with which typed forms were sealed. */
  readonly browserKeys?: readonly string[];
  /** The places at which sealed values of a row may have been sealed. */
  readonly contextsOf?: (table: string, column: string, row: Row) => readonly string[];
};

/** Reads every column of every table and looks for words, in what stands there and in what it opens to. A sealed value that nothing opens is a fault of the search and throws. */
export async function findWords(prisma: PrismaClient, words: readonly string[], { browserKeys = [], contextsOf = ownPlace }: Sweep = {}): Promise<readonly Find[]> {
  const tables = await prisma.$queryRaw<{ name: string }[]>`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`;
  const finds: Find[] = [];
  for (const { name: table } of tables) {
    const rows = await prisma.$queryRawUnsafe<{ row: Row }[]>(`SELECT to_jsonb(t) AS row FROM "${table}" t`);
    for (const { row } of rows) {
      for (const [column, value] of Object.entries(row)) {
        const text = JSON.stringify(value) ?? "";
        const inside = table === "FormEcho" && column === "sealed" ? browserKeys.map((key) => JSON.stringify(openEcho(String(value), key))).join() : opened(value, contextsOf(table, column, row));
        if (contains(text, words)) finds.push({ table, column, isSealed: false });
        if (contains(inside, words)) finds.push({ table, column, isSealed: true });
      }
    }
  }
  return finds;
}

/** Sealed values are bound to their column and their row's key. */
function ownPlace(table: string, column: string, row: Row): readonly string[] {
  return [row.id, row.residentId].flatMap((key) => (typeof key === "string" ? [`${table}.${column}:${key}`] : []));
}

/** The columns of finds, each once. */
export function placesOf(finds: readonly Find[]): readonly string[] {
  return [...new Set(finds.map(({ table, column }) => `${table}.${column}`))].sort();
}

function contains(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return words.some((word) => lower.includes(word.toLowerCase()));
}

function opened(value: unknown, contexts: readonly string[]): string {
  if (typeof value !== "string" || !/^s1\./.test(value)) return "";
  for (const context of contexts) {
    try {
      return unpacked(unseal(value, context, testKeys));
    } catch {
      continue;
    }
  }
  throw new Error(`a sealed value that the search does not open: ${contexts.join(", ") || "no context"}`);
}

/** A long list is deflated before it is sealed. */
function unpacked(text: string): string {
  const deflated = /"deflated":"([A-Za-z0-9+\/=]+)"/.exec(text)?.[1];
  return deflated === undefined ? text : inflateRawSync(Buffer.from(deflated, "base64")).toString("utf8");
}
