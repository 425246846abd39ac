import type { Scope } from "@/lib/auth/scope";
import type { CardLine } from "@/lib/cards/types";
import { handOverFrom } from "@/lib/cases/rules";
import { civilOrNull } from "@/lib/db/civil";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { parametersInForce } from "@/lib/law/queries";
import { lacksAuthorisation } from "@/lib/law/authorisation";
import { cardReadyOn } from "@/lib/law/urgency";
import { custodyOf } from "@/lib/residents/queries";
import { civilDateOf, type CivilDate } from "@/lib/time/calendar";
import type { Prisma } from "@/prisma/generated/client/client";

/** Applied for, and neither handed over nor ended. */
export const waitingCards = { service: "ID_CARD", state: "APPLIED" } as const satisfies Prisma.CaseWhereInput;

/** The day of the application, from the outcome that the crew recorded; today for a card of which nobody recorded it. */
export function appliedOnOf(appointments: readonly { readonly outcome: string | null; readonly outcomeAt: Date | null }[], now: Date): CivilDate {
  return civilDateOf(appointments.find(({ outcome }) => outcome === "APPLIED")?.outcomeAt ?? now);
}

/** More than a city has at one time; the oldest stay in view. */
const MOST = 500;

/** The cards that somebody waits for, oldest application first. For the office alone. */
export async function awaitedCards(scope: Scope): Promise<readonly CardLine[]> {
  if (scope.reach !== "office") return [];
  return inScope(scope, async (tx) => {
    const now = await databaseNow(tx);
    const today = civilDateOf(now);
    const parameters = await parametersInForce(tx, today);
    const rows = await tx.case.findMany({
      where: { ...waitingCards, resident: { restrictedAt: null } },
      select: {
        id: true, version: true, residentId: true, requestId: true, authorisedOn: true,
        resident: { select: { id: true, firstNames: true, lastName: true, goneOn: true, mainResidence: true, custody: true, facility: { select: { name: true } } } },
        request: { select: { reference: true } },
        appointments: { where: { removedAt: null }, select: { outcome: true, outcomeAt: true, visit: { select: { id: true, reference: true, state: true, startsAt: true } } } },
      },
      orderBy: { id: "asc" },
      take: MOST,
    });
    const lines = rows.map(({ id, version, residentId, requestId, authorisedOn, resident, request, appointments }): CardLine => {
      const appliedOn = appliedOnOf(appointments, now);
      const expectedOn = cardReadyOn(appliedOn, parameters);
      const open = appointments.find(({ outcome }) => outcome === null);
      return {
        caseId: id,
        version,
        residentId,
        person: `${resident.firstNames} ${resident.lastName}`,
        isGone: resident.goneOn !== null,
        lacksAuthorisation: lacksAuthorisation({ mainResidence: resident.mainResidence, custody: custodyOf(resident.custody) }, civilOrNull(authorisedOn), appliedOn, parameters),
        requestId,
        facilityName: resident.facility.name,
        reference: request.reference,
        appliedOn,
        expectedOn,
        isOverdue: !open && expectedOn < today,
        handOverFromOn: handOverFrom(appliedOn, parameters).earliestOn,
        handOver: open ? { visitId: open.visit.id, reference: open.visit.reference, state: open.visit.state, startsAt: open.visit.startsAt } : null,
      };
    });
    return lines.sort((a, b) => (a.appliedOn < b.appliedOn ? -1 : a.appliedOn > b.appliedOn ? 1 : 0));
  });
}
