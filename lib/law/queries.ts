import { civil, civilOrNull } from "@/lib/db/civil";
import type { Scope } from "@/lib/auth/scope";
import type { Tx } from "@/lib/db/client";
import { inScope } from "@/lib/db/in-scope";
import { parameterKeys, parametersOn, type ParameterKey, type ParameterRow, type ParameterValues } from "@/lib/law/parameters";
import type { CivilDate } from "@/lib/time/calendar";

/** Every dated parameter with its history. */
export async function parameterRows(tx: Tx): Promise<readonly StoredParameter[]> {
  const rows = await tx.legalParameter.findMany({ where: { key: { in: [...parameterKeys] } }, orderBy: [{ key: "asc" }, { validFromOn: "asc" }] });
  return rows.map(({ id, key, value, validFromOn, validUntilOn, source, note }) => ({
    id,
    key: key as ParameterKey,
    value,
    validFrom: civil(validFromOn),
    validUntil: civilOrNull(validUntilOn),
    source,
    note: note || null,
  }));
}

/** The value of every parameter on a day. */
export async function parametersInForce(tx: Tx, on: CivilDate): Promise<ParameterValues> {
  return parametersOn(await parameterRows(tx), on);
}

/** A row of the history with the id by which one that has not begun is taken back. */
export type StoredParameter = ParameterRow & { readonly id: string };

/** The same history for the page that shows it to the administrator and the data protection officer. */
export function parameterHistory(scope: Scope): Promise<readonly StoredParameter[]> {
  return inScope(scope, parameterRows);
}
