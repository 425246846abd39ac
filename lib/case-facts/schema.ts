import { z } from "zod";
import { feeDecisionReasons, feeDecisions } from "@/lib/cases/types";
import { choice, date, id, optionalCents, version } from "@/lib/forms/fields";

export const recordAuthorisationSchema = z.strictObject({ id: id(), version: version(), authorisedOn: date() });
export type RecordAuthorisationInput = z.output<typeof recordAuthorisationSchema>;

export const decideFeeSchema = z.strictObject({ id: id(), version: version(), decision: choice(feeDecisions), reason: choice(feeDecisionReasons), reducedCents: optionalCents() });
export type DecideFeeInput = z.output<typeof decideFeeSchema>;
