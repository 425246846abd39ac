import { z } from "zod";
import { choice, id, optionalText, ticked, version } from "@/lib/forms/fields";
import { withdrawReasons } from "@/lib/requests/types";

/** R64: the declaration is judged by the rule, so that its sentence stands beside the others. */
export const sendRequestSchema = z.strictObject({ id: id(), version: version(), note: optionalText(), informed: ticked() });
export type SendRequestInput = z.output<typeof sendRequestSchema>;

export const answerRequestSchema = z.strictObject({ id: id(), version: version(), note: optionalText(), informed: ticked() });
export type AnswerRequestInput = z.output<typeof answerRequestSchema>;

/** Used for a whole request and for one case of it. */
export const withdrawSchema = z.strictObject({ id: id(), version: version(), reason: choice(withdrawReasons) });
export type WithdrawInput = z.output<typeof withdrawSchema>;
