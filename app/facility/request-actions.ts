import { action, type Destination } from "@/app/_shell/action";
import { afterPicking, placeOfStep } from "@/app/facility/requests/draft-place";
import { discardDraft, pickPeople, setPeople, setWishes } from "@/lib/drafts/commands";
import { discardDraftSchema, draftRequestSchema, setPeopleSchema, setWishesSchema } from "@/lib/drafts/schema";
import type { NoticeCode } from "@/lib/messages/notices";
import { answerRequest, sendRequest } from "@/lib/requests/commands";
import { answerRequestSchema, sendRequestSchema, withdrawSchema } from "@/lib/requests/schema";
import { withdrawCase, withdrawRequest } from "@/lib/withdrawals/commands";

const toRequest =
  (notice: NoticeCode) =>
  ({ id }: { readonly id: string }): Destination => ({ to: `/facility/requests/${id}`, notice });

/** The forms of a request, from the draft to its withdrawal. */
export const requestActions = {
  "requests.draft": action({
    permission: "facility.requests.edit",
    schema: draftRequestSchema,
    run: pickPeople,
    then: (drafted, input, by) => afterPicking(drafted, input, by, { next: "requestDrafted", stay: "requestDrafted" }),
  }),
  "requests.setPeople": action({
    permission: "facility.requests.edit",
    schema: setPeopleSchema,
    run: setPeople,
    then: (drafted, input, by) => afterPicking(drafted, input, by, { next: "saved", stay: "needsChecked" }),
  }),
  "requests.setWishes": action({
    permission: "facility.requests.edit",
    schema: setWishesSchema,
    run: setWishes,
    then: ({ id, next }) => ({ to: placeOfStep(id, next), notice: "saved" }),
    fieldIn: (refusal, { wishes, blocked }) => {
      if ("firstOn" in refusal) return `blockedOn${blocked.find(({ firstOn }) => firstOn === refusal.firstOn)?.row ?? 1}`;
      const named = "date" in refusal ? wishes.filter(({ date }) => date === refusal.date) : [];
      if (named.length === 0) return null;
      // Of two that overlap the later one stands in a row; what was ticked has none.
      const row = named.at(-1)!.row;
      return row === undefined ? "days" : refusal.code === "request.wishEmpty" ? `until${row}` : `wish${row}`;
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
