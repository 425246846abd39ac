import type { Actor } from "@/lib/auth/types";
import { carriedOut, transact } from "@/lib/db/transact";
import { claimVisit, storeVisit } from "@/lib/desk/commands";
import { parametersInForce } from "@/lib/law/queries";
import { refused, type Outcome } from "@/lib/outcome";
import { reordered } from "@/lib/people-order/rules";
import type { OrderPersonInput } from "@/lib/people-order/schema";
import type { Refusal } from "@/lib/refusals";
import { stayAt } from "@/lib/scheduling/rules";
import { civilDateOf } from "@/lib/time/calendar";
import { changePeopleRefusal } from "@/lib/visits/rules";

/** The ward lets somebody change places with a neighbour in the order of an announced visit; possible until it begins. What is done for one person stays together. */
export async function orderPerson(actor: Actor, input: OrderPersonInput): Promise<Outcome<{ readonly id: string }, Refusal>> {
  return transact(actor, async ({ tx, now, scope }) => {
    const claimed = await claimVisit(tx, scope, input);
    if (!claimed.ok) return claimed;
    const { visit } = claimed.value;
    const stay = stayAt(visit);
    if (!stay) return refused({ code: "visit.notOnTour" });
    const refusal = changePeopleRefusal({ state: visit.state, startsAt: stay.startsAt }, true, now, await parametersInForce(tx, civilDateOf(stay.startsAt)));
    if (refusal) return refused(refusal);
    const rows = await tx.appointment.findMany({ where: { visitId: visit.id, removedAt: null }, orderBy: [{ position: "asc" }, { id: "asc" }], select: { id: true, position: true, case: { select: { residentId: true } } } });
    const order = reordered([...new Set(rows.map((row) => row.case.residentId))], input.resident, input.direction);
    if (!order) return refused({ code: "order.noFurther" });
    const inOrder = order.flatMap((residentId) => rows.filter((row) => row.case.residentId === residentId));
    for (const [index, { id, position }] of inOrder.entries()) {
      if (position !== index + 1) await tx.appointment.update({ where: { id }, data: { position: index + 1, version: { increment: 1 } } });
    }
    if (!(await storeVisit(tx, visit, {}))) return refused({ code: "stale" });
    return carriedOut({ id: visit.id }, { audit: [{ action: "peopleOrdered", subject: { kind: "visit", id: visit.id }, facilityId: visit.facilityId }], mails: [] });
  });
}
