import type { Person } from "@/lib/auth/types";
import { dateColumn } from "@/lib/db/civil";
import { carriedOut, transact } from "@/lib/db/transact";
import { refused, type Outcome } from "@/lib/outcome";
import type { Refusal } from "@/lib/refusals";
import { MOST_FOUND } from "@/lib/subjects/queries";
import type { FindSubjectInput } from "@/lib/subjects/schema";

/**
 * Finds who asks for his or her rights by the whole name and the birth date, in every roster; letters may be large or small. Answers ids, so that no name
 * stands in an address. Refuses whoever is nowhere, and parts of a name: nobody browses here.
 */
export async function findSubject(actor: Person, input: FindSubjectInput): Promise<Outcome<{ readonly ids: readonly string[] }, Refusal>> {
  return transact(actor, async ({ tx, scope }) => {
    if (scope.reach !== "office") return refused({ code: "notFound" });
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT "id"::text AS id FROM "Resident"
      WHERE "bornOn" = ${dateColumn(input.bornOn)}::date AND lower("lastName") = lower(${input.lastName}) AND lower("firstNames") = lower(${input.firstNames})
      ORDER BY "createdAt" DESC LIMIT ${MOST_FOUND}`;
    if (rows.length === 0) return refused({ code: "subject.unknown" });
    const ids = rows.map(({ id }) => id);
    return carriedOut({ ids }, { audit: [{ action: "subjectFound", subject: { kind: "resident", id: ids.length === 1 ? ids[0]! : null }, alsoAbout: ids, details: { count: ids.length } }], mails: [] });
  });
}
