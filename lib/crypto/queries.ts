import type { Scope } from "@/lib/auth/scope";
import { inScope } from "@/lib/db/in-scope";
import { env } from "@/lib/env";

/** A key as the administration sees it: how many values stood under it at the last count, and whether it seals now or only opens. Nothing of the key itself. */
export type DataKeyLine = { readonly id: string; readonly values: number; readonly countedAt: Date; readonly use: "SEALS" | "OPENS" };

/** The data keys that are in use, the one that seals first; null for whoever has no oversight. Counted by the worker every ten minutes. */
export async function dataKeys(scope: Scope): Promise<readonly DataKeyLine[] | null> {
  if (scope.reach !== "oversight") return null;
  const current = env().dataKeys.current.id;
  const rows = await inScope(scope, (tx) => tx.dataKey.findMany({ orderBy: { id: "asc" }, select: { id: true, values: true, countedAt: true } }));
  const lines = rows.map((row) => ({ ...row, use: row.id === current ? "SEALS" : "OPENS" }) as const);
  return [...lines.filter(({ use }) => use === "SEALS"), ...lines.filter(({ use }) => use === "OPENS")];
}
