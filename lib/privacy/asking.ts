/** What facilities ask for: requests with their notes, and the cases of single persons. */
import { columnsOf, none, sealed, typed } from "@/lib/privacy/entry";
import type { Register } from "@/lib/privacy/types";

const note = columnsOf("anybody", "PUBLIC_TASK", "request");
const oneCase = columnsOf("resident", "PUBLIC_TASK", "case");

export const asking = {
  VisitRequest: {
    facilityNoteSealed: note("coordinate", { ...typed, ...sealed }),
    officeNoteSealed: note("coordinate", { ...typed, ...sealed }),
    ...none("id", "reference", "facilityId", "state", "questionReason", "declineReason", "withdrawReason", "informedAt", "sentAt", "decidedAt", "closedAt", "version", "createdAt"),
  },
  WishWindow: none("id", "requestId", "wishedOn", "fromMinutes", "untilMinutes"),
  BlockedTime: none("id", "requestId", "firstOn", "lastOn", "fromMinutes", "untilMinutes"),
  Case: {
    residentId: oneCase("identify"),
    service: oneCase("planVisit"),
    state: oneCase("planVisit"),
    closeReason: oneCase("documentOutcome"),
    closedAt: oneCase("documentOutcome"),
    neededBy: oneCase("planVisit"),
    dueOn: oneCase("planVisit"),
    reason: oneCase("planVisit"),
    isReductionAsked: oneCase("planVisit"),
    isShippingWanted: oneCase("planVisit"),
    authorisedOn: oneCase("planVisit"),
    feeDecision: oneCase("planVisit"),
    feeDecisionReason: oneCase("planVisit"),
    reducedFeeCents: oneCase("planVisit"),
    ...none("id", "requestId", "facilityId", "version", "createdAt"),
  },
} as const satisfies Register;
