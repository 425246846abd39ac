import { civil, civilOrNull } from "@/lib/db/civil";
import type { Tx } from "@/lib/db/client";
import { parameterKeys, parametersOn, type ParameterKey, type ParameterRow, type ParameterValues } from "@/lib/law/parameters";
import type { CivilDate } from "@/lib/time/calendar";

/** Every dated parameter with its history. */
export async function parameterRows(tx: Tx): Promise<readonly ParameterRow[]> {
  const rows = await tx.legalParameter.findMany({ where: { key: { in: [...parameterKeys] } }, orderBy: [{ key: "asc" }, { validFromOn: "asc" }] });
  return rows.map(({ key, value, validFromOn, validUntilOn, source, note }) => ({
    key: key as ParameterKey,
    value,
    validFrom: civil(validFromOn),
    validUntil: civilOrNull(validUntilOn),
    source,
    note: note || null,
  }));
}

/** The value of every parameter on a day. */
export async function parametersAt(tx: Tx, on: CivilDate): Promise<ParameterValues> {
  return parametersOn(await parameterRows(tx), on);
}
