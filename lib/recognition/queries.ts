import { createHash } from "node:crypto";
import { scopeOf } from "@/lib/auth/scope";
import type { Actor } from "@/lib/auth/types";
import { civil, dateColumn } from "@/lib/db/civil";
import type { Tx } from "@/lib/db/client";
import { inScope } from "@/lib/db/in-scope";
import { comparisonOf, recognise } from "@/lib/recognition/rules";
import type { Listed, Named, Recognised } from "@/lib/recognition/types";

/**
 * By what the database tells that a house lists nobody twice. Bound to the house: the same person has another key in another house, so that no two rosters can
 * be compared by it.
 */
export function recognitionKey(facilityId: string, person: Named): string {
  return createHash("sha256").update(`${facilityId}\n${comparisonOf(person)}`).digest("base64url");
}

/** Who of the house's roster is this person, or may be; `exceptId` is the entry that is being changed. */
export async function recognisedIn(tx: Tx, facilityId: string, person: Named, exceptId: string | null = null): Promise<Recognised<Listed>> {
  const rows = await tx.resident.findMany({
    where: { facilityId, goneOn: null, bornOn: dateColumn(person.bornOn), ...(exceptId ? { id: { not: exceptId } } : {}) },
    select: { id: true, facilityId: true, lastName: true, firstNames: true, bornOn: true },
    orderBy: { id: "asc" },
  });
  return recognise(person, rows.map(({ id, lastName, firstNames, bornOn }) => ({ id, lastName, firstNames, bornOn: civil(bornOn) })));
}

/** Who of the own roster may be the person that somebody has just typed, for the choice beside the form. */
export async function similarPersons(actor: Actor, person: Named, exceptId: string | null = null): Promise<readonly Listed[]> {
  const scope = scopeOf(actor);
  const { facilityId } = scope;
  return facilityId ? inScope(scope, async (tx) => (await recognisedIn(tx, facilityId, person, exceptId)).similar) : [];
}
