import { z } from "zod";
import { choice, date, id, optionalId, version } from "@/lib/forms/fields";
import { holdReasons } from "@/lib/retention/types";

export const setHoldSchema = z.strictObject({ requestId: id(), caseId: optionalId(), reason: choice(holdReasons), untilOn: date() });
export const liftHoldSchema = z.strictObject({ id: id(), version: version() });
export type SetHoldInput = z.output<typeof setHoldSchema>;
export type LiftHoldInput = z.output<typeof liftHoldSchema>;
