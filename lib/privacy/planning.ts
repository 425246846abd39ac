/** What names nobody: the values of the law, the figures that remain, the log of the deletion run. */
import { columnsOf, none } from "@/lib/privacy/entry";
import type { Register } from "@/lib/privacy/types";

const hold = columnsOf("account", "SECURITY", "hold");
const restriction = columnsOf("resident", "PUBLIC_TASK", "hold");

export const planning = {
  LegalParameter: none("id", "key", "value", "unit", "validFromOn", "validUntilOn", "source", "note"),
  Figure: none("monthOn", "facilityId", "kind", "service", "result", "count"),
  DeletionRun: none("runOn", "dataClass", "removed", "held", "dueInWeek", "dueInMonth", "startedAt", "finishedAt"),
  DeletionHold: { residentId: restriction("restrict"), setById: hold("keepForCase"), endedById: hold("keepForCase"), ...none("id", "requestId", "caseId", "reason", "untilOn", "announcedAt", "endedAt", "version", "createdAt") },
} as const satisfies Register;
