import { action } from "@/app/_shell/action";
import { askReset, confirmReset, refuseReset } from "@/lib/factor-resets/commands";
import { askResetSchema, decideResetSchema } from "@/lib/factor-resets/schema";

const PAGE = "/recovery";

/** Two people restore the access of somebody who lost every factor. */
export const recoveryActions = {
  "recovery.ask": action({
    permission: "recovery.ask",
    fresh: true,
    schema: askResetSchema,
    run: askReset,
    then: () => ({ to: PAGE, notice: "resetAsked" }),
    fieldOf: { "reset.nothingToReset": "userId", "reset.alreadyAsked": "userId", "reset.ownFactors": "userId" },
  }),
  "recovery.confirm": action({
    permission: "recovery.decide",
    fresh: true,
    schema: decideResetSchema,
    run: confirmReset,
    then: () => ({ to: PAGE, notice: "resetConfirmed" }),
  }),
  "recovery.refuse": action({
    permission: "recovery.decide",
    schema: decideResetSchema,
    run: refuseReset,
    then: () => ({ to: PAGE, notice: "resetRefused" }),
  }),
} as const;
