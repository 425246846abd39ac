import { z } from "zod";
import { applicationReasons, feeDecisionReasons, feeDecisions } from "@/lib/cases/types";
import { choice, date, id, optionalCents, optionalDate, ticked, version } from "@/lib/forms/fields";

/** What a house says about one person of a request; `id` is the request. */
export const stateNeedsSchema = z.strictObject({
  id: id(),
  version: version(),
  resident: id(),
  reason: z.union([z.literal("").transform(() => null), choice(applicationReasons)]).default(null),
  neededBy: optionalDate(),
  reduction: ticked(),
  shipping: ticked(),
});
export type StateNeedsInput = z.output<typeof stateNeedsSchema>;

export const recordAuthorisationSchema = z.strictObject({ id: id(), version: version(), authorisedOn: date() });
export type RecordAuthorisationInput = z.output<typeof recordAuthorisationSchema>;

export const decideFeeSchema = z.strictObject({ id: id(), version: version(), decision: choice(feeDecisions), reason: choice(feeDecisionReasons), reducedCents: optionalCents() });
export type DecideFeeInput = z.output<typeof decideFeeSchema>;
