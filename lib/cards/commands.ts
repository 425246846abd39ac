import type { AuditDraft } from "@/lib/audit/types";
import type { Actor } from "@/lib/auth/types";
import { arrivalRefusal, collectionRefusal } from "@/lib/cards/rules";
import { appliedOnOf, waitingCards } from "@/lib/cards/queries";
import type { CollectionWay, OldCard } from "@/lib/cards/types";
import { closeRequestIfDone } from "@/lib/cases/commands";
import { nextCaseState } from "@/lib/cases/rules";
import { civil, civilOrNull } from "@/lib/db/civil";
import { carriedOut, transact } from "@/lib/db/transact";
import { lacksAuthorisation } from "@/lib/law/authorisation";
import type { ParameterValues } from "@/lib/law/parameters";
import { parametersInForce } from "@/lib/law/queries";
import { refused, type Outcome } from "@/lib/outcome";
import type { Refusal } from "@/lib/refusals";
import { custodyOf } from "@/lib/residents/queries";
import { queueCases, unqueueCase } from "@/lib/scheduling/commands";
import { civilDateOf } from "@/lib/time/calendar";
import type { Prisma } from "@/prisma/generated/client/client";

const authorisationColumns = { authorisedOn: true, appointments: { where: { removedAt: null }, select: { outcome: true, outcomeAt: true } } } as const satisfies Prisma.CaseSelect;
const residenceColumns = { mainResidence: true, custody: true } as const satisfies Prisma.ResidentSelect;
type AuthorisationRow = Prisma.CaseGetPayload<{ select: typeof authorisationColumns & { resident: { select: typeof residenceColumns } } }>;

function isUnauthorised({ authorisedOn, appointments, resident }: AuthorisationRow, now: Date, parameters: ParameterValues): boolean {
  const person = { mainResidence: resident.mainResidence, custody: custodyOf(resident.custody) };
  return lacksAuthorisation(person, civilOrNull(authorisedOn), appliedOnOf(appointments, now), parameters);
}

/**
 * The office records that cards have arrived from the manufacturer: each waits for its hand-over, pooled by facility into visits to be planned. All of them
 * or none. Refused for a card that waits for nothing any more, for a person who is gone (R49), and without the authorisation of the competent authority (R19).
 */
export async function recordArrivals(actor: Actor, input: { readonly cards: readonly string[] }): Promise<Outcome<{ readonly count: number }, Refusal>> {
  return transact(actor, async ({ tx, now, scope }) => {
    if (scope.reach !== "office") return refused({ code: "notFound" });
    const cardIds = [...new Set(input.cards)].sort();
    await tx.$executeRaw`SELECT id FROM "Case" WHERE id = ANY(${cardIds}::uuid[]) ORDER BY id FOR UPDATE`;
    const rows = await tx.case.findMany({
      where: { id: { in: cardIds } },
      select: { id: true, facilityId: true, service: true, state: true, ...authorisationColumns, resident: { select: { goneOn: true, ...residenceColumns } } },
    });
    if (rows.length < cardIds.length) return refused({ code: "notFound" });
    const isWaiting = (row: (typeof rows)[number]): boolean => row.service === waitingCards.service && row.state === waitingCards.state && row.appointments.every(({ outcome }) => outcome !== null);
    const parameters = await parametersInForce(tx, civilDateOf(now));
    const refusal = arrivalRefusal(rows.map((row) => ({ isWaiting: isWaiting(row), isGone: row.resident.goneOn !== null, lacksAuthorisation: isUnauthorised(row, now, parameters) })));
    if (refusal) return refused(refusal);
    for (const facilityId of [...new Set(rows.map((row) => row.facilityId))].sort()) {
      const here = rows.filter((row) => row.facilityId === facilityId).map(({ id }) => id);
      await queueCases(tx, now, facilityId, here, "HAND_OVER");
    }
    await tx.case.updateMany({ where: { id: { in: cardIds } }, data: { version: { increment: 1 } } });
    const entries = rows.map(({ id, facilityId }): AuditDraft => ({ action: "cardArrived", subject: { kind: "case", id }, facilityId }));
    const [first, ...others] = entries;
    if (!first) return refused({ code: "notFound" });
    return carriedOut({ count: rows.length }, { audit: [first, ...others], mails: [] });
  });
}

type Collection = { readonly card: string; readonly way: CollectionWay; readonly oldCard: OldCard };

/**
 * The office records that a card reached its holder without a visit: collected by whom, or shipped (R44 to R46), and what became of the old one (R48). The
 * case is done; a hand-over that waited to be planned goes. Refused while the hand-over stands on a tour, and without authorisation (R19).
 */
export async function recordCollection(actor: Actor, input: Collection): Promise<Outcome<{ readonly count: number }, Refusal>> {
  return transact(actor, async ({ tx, now, scope }) => {
    if (scope.reach !== "office") return refused({ code: "notFound" });
    const row = await tx.case.findFirst({
      where: { id: input.card, service: waitingCards.service },
      select: { id: true, version: true, state: true, facilityId: true, requestId: true, residentId: true, ...authorisationColumns, resident: { select: { id: true, bornOn: true, ...residenceColumns, facility: { select: { kind: true } } } } },
    });
    if (!row) return refused({ code: "notFound" });
    if (row.state !== waitingCards.state) return refused({ code: "card.notWaiting", count: 1 });
    const { bornOn, facility } = row.resident;
    const today = civilDateOf(now);
    const parameters = await parametersInForce(tx, today);
    const refusal = collectionRefusal({ way: input.way, isInCustody: facility.kind === "PRISON", bornOn: civil(bornOn), lacksAuthorisation: isUnauthorised(row, now, parameters) }, today, parameters);
    if (refusal) return refused(refusal);
    if ((await unqueueCase(tx, now, row.facilityId, row.id)) === "ON_TOUR") return refused({ code: "card.onTour" });
    const state = nextCaseState(row.state, "close");
    if (state === null) throw new Error("a card that waits was not allowed to be done");
    const stored = await tx.case.updateMany({ where: { id: row.id, version: row.version }, data: { state, closeReason: "DONE", closedAt: now, version: { increment: 1 } } });
    if (stored.count === 0) return refused({ code: "stale" });
    await closeRequestIfDone(tx, now, row.requestId);
    const audit: AuditDraft = { action: "cardCollected", subject: { kind: "case", id: row.id }, facilityId: row.facilityId, details: { way: input.way, oldCard: input.oldCard } };
    return carriedOut({ count: 1 }, { audit: [audit], mails: [] });
  });
}
