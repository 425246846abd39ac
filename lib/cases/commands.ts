import type { Tx } from "@/lib/db/client";
import { closeRefusal, nextRequestState } from "@/lib/requests/rules";

/** Closes a request once all of its cases are closed; part of the change that closed the last one. */
export async function closeRequestIfDone(tx: Tx, now: Date, requestId: string): Promise<void> {
  const request = await tx.visitRequest.findUniqueOrThrow({ where: { id: requestId }, include: { cases: { where: { state: { not: "CLOSED" } } } } });
  const next = nextRequestState(request.state, "close");
  if (next === null || closeRefusal({ state: request.state, openCaseCount: request.cases.length })) return;
  await tx.visitRequest.update({ where: { id: requestId }, data: { state: next, closedAt: now, version: { increment: 1 } } });
}

/** Opens a closed request again, because one of its cases is open again; false where it ended in another way. */
export async function reopenRequestIfClosed(tx: Tx, requestId: string): Promise<boolean> {
  const request = await tx.visitRequest.findUniqueOrThrow({ where: { id: requestId }, select: { state: true } });
  if (request.state === "ACCEPTED") return true;
  const next = nextRequestState(request.state, "reopen");
  if (next === null) return false;
  await tx.visitRequest.update({ where: { id: requestId }, data: { state: next, closedAt: null, version: { increment: 1 } } });
  return true;
}
