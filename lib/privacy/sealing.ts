/** What the sealing itself needs: the names of the data keys, and what waits to be sealed between a migration and the step behind it. */
import { columnsOf, none } from "@/lib/privacy/entry";
import type { Register } from "@/lib/privacy/types";

const waiting = columnsOf("resident", "HEALTH", "roster");

export const sealing = {
  DataKey: none("id", "probe", "values", "countedAt"),
  UnsealedValue: { content: waiting("judgeRepresentation"), ...none("place", "rowId") },
} as const satisfies Register;
