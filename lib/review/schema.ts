import { z } from "zod";
import { choice, line } from "@/lib/forms/fields";
import { leaveReasons } from "@/lib/review/types";

/** `finding` is the name under which the page showed it; of a cause that has changed since there is none. */
export const leaveFindingSchema = z.strictObject({ finding: line(100), reason: choice(leaveReasons) });
export const showFindingSchema = z.strictObject({ finding: line(100) });
export type LeaveFindingInput = z.output<typeof leaveFindingSchema>;
export type ShowFindingInput = z.output<typeof showFindingSchema>;
