import type { Tx } from "@/lib/db/client";
import type { CaseState, Service } from "@/lib/cases/types";

/** A case that somebody waits for: sent and not closed. */
export const openCaseStates = ["REQUESTED", "ACCEPTED", "APPLIED"] as const satisfies readonly CaseState[];

export type OpenCase = { readonly residentId: string; readonly service: Service; readonly reference: string };

/** The open cases of persons outside of one request, with the reference of the request they stand in; by them a duplicate is found. */
export async function openCasesOf(tx: Tx, residentIds: readonly string[], exceptRequestId: string | null): Promise<readonly OpenCase[]> {
  if (residentIds.length === 0) return [];
  const rows = await tx.case.findMany({
    where: { residentId: { in: [...residentIds] }, state: { in: [...openCaseStates] }, ...(exceptRequestId ? { requestId: { not: exceptRequestId } } : {}) },
    select: { residentId: true, service: true, request: { select: { reference: true } } },
    orderBy: { createdAt: "asc" },
  });
  return rows.map(({ residentId, service, request }) => ({ residentId, service, reference: request.reference }));
}
