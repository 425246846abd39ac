import type { Tx } from "@/lib/db/client";
import { closeRefusal, nextRequestState } from "@/lib/requests/rules";

/** Closes a request once all of its cases are closed; part of the change that closed the last one. */
export async function closeRequestIfDone(tx: Tx, now: Date, requestId: string): Promise<void> {
  const request = await tx.visitRequest.findUniqueOrThrow({ where: { id: requestId }, include: { cases: { where: { state: { not: "CLOSED" } } } } });
  const next = nextRequestState(request.state, "close");
  if (next === null || closeRefusal({ state: request.state, openCaseCount: request.cases.length })) return;
  await tx.visitRequest.update({ where: { id: requestId }, data: { state: next, closedAt: now, version: { increment: 1 } } });
}
