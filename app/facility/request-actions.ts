import { action, type Destination } from "@/app/_shell/action";
import { stateNeeds } from "@/lib/case-facts/commands";
import { stateNeedsSchema } from "@/lib/case-facts/schema";
import type { NoticeCode } from "@/lib/messages/notices";
import { answerRequest, discardDraft, draftRequest, sendRequest, setPeople, setWishes } from "@/lib/requests/commands";
import { answerRequestSchema, discardDraftSchema, draftRequestSchema, sendRequestSchema, setPeopleSchema, setWishesSchema, withdrawSchema } from "@/lib/requests/schema";
import { withdrawCase, withdrawRequest } from "@/lib/withdrawals/commands";

const toRequest =
  (notice: NoticeCode) =>
  ({ id }: { readonly id: string }): Destination => ({ to: `/facility/requests/${id}`, notice });

/** The forms of a request, from the draft to its withdrawal. */
export const requestActions = {
  "requests.draft": action({ permission: "facility.requests.edit", schema: draftRequestSchema, run: draftRequest, then: toRequest("requestDrafted") }),
  "requests.setPeople": action({ permission: "facility.requests.edit", schema: setPeopleSchema, run: setPeople, then: toRequest("saved") }),
  "requests.stateNeeds": action({
    permission: "facility.requests.edit",
    schema: stateNeedsSchema,
    run: stateNeeds,
    then: ({ id }) => ({ to: `/facility/requests/${id}/people`, notice: "needsChecked" }),
  }),
  "requests.setWishes": action({
    permission: "facility.requests.edit",
    schema: setWishesSchema,
    run: setWishes,
    then: toRequest("saved"),
    fieldIn: (refusal, { wishes }) => {
      const row = "date" in refusal ? wishes.find(({ date }) => date === refusal.date)?.row : undefined;
      return row === undefined ? null : refusal.code === "request.wishEmpty" ? `until${row}` : `wish${row}`;
    },
  }),
  "requests.discard": action({
    permission: "facility.requests.edit",
    schema: discardDraftSchema,
    run: discardDraft,
    then: () => ({ to: "/facility/requests", notice: "requestDiscarded" }),
  }),
  "requests.send": action({
    permission: "facility.requests.send",
    schema: sendRequestSchema,
    run: sendRequest,
    then: toRequest("requestSent"),
    fieldOf: { "request.notInformed": "informed" },
  }),
  "requests.answer": action({
    permission: "facility.requests.send",
    schema: answerRequestSchema,
    run: answerRequest,
    then: toRequest("requestAnswered"),
    fieldOf: { "request.notInformed": "informed" },
  }),
  "requests.withdraw": action({ permission: "facility.requests.withdraw", schema: withdrawSchema, run: withdrawRequest, then: toRequest("requestWithdrawn") }),
  "requests.withdrawCase": action({ permission: "facility.requests.withdraw", schema: withdrawSchema, run: withdrawCase, then: toRequest("caseWithdrawn") }),
} as const;
