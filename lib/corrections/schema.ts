import { z } from "zod";
import { appointmentOutcomes, notPossibleReasons, type AppointmentOutcome, type NotPossibleReason } from "@/lib/cases/types";
import { correctionReasons } from "@/lib/corrections/types";
import { choice, id, version } from "@/lib/forms/fields";

const successes = appointmentOutcomes.filter((outcome): outcome is Exclude<AppointmentOutcome, "NOT_POSSIBLE"> => outcome !== "NOT_POSSIBLE");

/** One choice on the form: a success, or why it was not possible. */
export const results = [...successes, ...notPossibleReasons] as const;
export type Result = (typeof results)[number];

const reasons: readonly string[] = notPossibleReasons;
const isReason = (result: Result): result is NotPossibleReason => reasons.includes(result);

function outcomeOf(result: Result): { readonly outcome: AppointmentOutcome; readonly reason: NotPossibleReason | null } {
  return isReason(result) ? { outcome: "NOT_POSSIBLE", reason: result } : { outcome: result, reason: null };
}

export const correctOutcomeSchema = z.strictObject({
  id: id(),
  version: version(),
  result: choice(results as unknown as readonly [Result, ...Result[]]).transform(outcomeOf),
  because: choice(correctionReasons),
});
