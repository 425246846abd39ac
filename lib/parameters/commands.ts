import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/types";
import { civil, dateColumn } from "@/lib/db/civil";
import { carriedOut, transact } from "@/lib/db/transact";
import { parameterUnits, type ParameterKey } from "@/lib/law/parameters";
import { parameterRows } from "@/lib/law/queries";
import { refused, type Outcome } from "@/lib/outcome";
import { addRefusal, withdrawRefusal } from "@/lib/parameters/rules";
import type { NewValueInput } from "@/lib/parameters/schema";
import type { Refusal } from "@/lib/refusals";
import { civilDateOf } from "@/lib/time/calendar";

type Answer = Promise<Outcome<{ readonly id: string }, Refusal>>;

/** The administrator adds a value from a day on (R69). What has begun is never changed: refused for today or before, twice for a day, and without a change. */
export async function addParameter(actor: Actor, input: NewValueInput): Answer {
  return transact(actor, async ({ tx, now }) => {
    const refusal = addRefusal(await parameterRows(tx), input, civilDateOf(now));
    if (refusal) return refused(refusal);
    const { key, value, validFrom, source, note } = input;
    const id = randomUUID();
    await tx.legalParameter.createMany({ data: [{ id, key, value, unit: parameterUnits[key], validFromOn: dateColumn(validFrom), source, note }] });
    return carriedOut({ id }, { audit: [{ action: "parameterAdded", subject: { kind: "parameter", id }, details: { parameter: key, value, fromOn: validFrom } }], mails: [] });
  });
}

/** Takes a value back that has not begun; the one before goes on. Refused once it holds. */
export async function withdrawParameter(actor: Actor, input: { readonly id: string }): Answer {
  return transact(actor, async ({ tx, now }) => {
    const row = await tx.legalParameter.findUnique({ where: { id: input.id } });
    if (!row) return refused({ code: "notFound" });
    const validFrom = civil(row.validFromOn);
    const refusal = withdrawRefusal({ validFrom }, civilDateOf(now));
    if (refusal) return refused(refusal);
    const { count } = await tx.legalParameter.deleteMany({ where: { id: row.id } });
    if (count === 0) return refused({ code: "notFound" });
    return carriedOut({ id: row.id }, { audit: [{ action: "parameterWithdrawn", subject: { kind: "parameter", id: row.id }, details: { parameter: row.key as ParameterKey, value: row.value, fromOn: validFrom } }], mails: [] });
  });
}
