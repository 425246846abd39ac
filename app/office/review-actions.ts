import { action } from "@/app/_shell/action";
import { leaveFinding, showFinding } from "@/lib/review/commands";
import { leaveFindingSchema, showFindingSchema } from "@/lib/review/schema";

/** The forms of the review queue. */
export const reviewActions = {
  "review.leave": action({
    permission: "office.review.leave",
    schema: leaveFindingSchema,
    run: leaveFinding,
    then: () => ({ to: "/office/review", notice: "findingLeft" }),
  }),
  "review.show": action({
    permission: "office.review.leave",
    schema: showFindingSchema,
    run: showFinding,
    then: () => ({ to: "/office/review", notice: "findingShown" }),
  }),
} as const;
