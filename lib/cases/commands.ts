import { openCaseStates } from "@/lib/cases/queries";
import { dueOn, serviceAtVisit } from "@/lib/cases/rules";
import { civilOrNull, dateColumnOrNull } from "@/lib/db/civil";
import type { Tx } from "@/lib/db/client";
import { parametersInForce } from "@/lib/law/queries";
import { closeRefusal, nextRequestState } from "@/lib/requests/rules";
import { residentFactsOf, withFacts } from "@/lib/residents/queries";
import { civilDateOf } from "@/lib/time/calendar";

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

/** R09, R59: a release that shifts or an expiry that was corrected moves the deadline of what is already asked for. */
export async function renewDeadlines(tx: Tx, residentId: string): Promise<void> {
  const cases = await tx.case.findMany({
    where: { residentId, state: { in: [...openCaseStates] } },
    include: { request: { select: { sentAt: true } }, resident: { include: withFacts } },
  });
  for (const one of cases) {
    const { request, resident } = one;
    const askedOn = request.sentAt ? civilDateOf(request.sentAt) : null;
    const service = serviceAtVisit(one.service, one.state);
    const parameters = await parametersInForce(tx, askedOn ?? civilDateOf(one.createdAt));
    const { custody, idExpiresOn } = residentFactsOf(resident);
    const day = dueOn({ service, askedOn, neededOn: civilOrNull(one.neededBy), idExpiresOn, custody }, parameters);
    await tx.case.update({ where: { id: one.id }, data: { dueOn: dateColumnOrNull(day) } });
  }
}
