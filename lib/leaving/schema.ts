import { z } from "zod";
import { choice, id, version } from "@/lib/forms/fields";
import { leaveReasons } from "@/lib/leaving/types";

/** `id` is the visit. */
export const leaveVisitSchema = z.strictObject({ id: id(), version: version(), resident: id(), reason: choice(leaveReasons) });
export type LeaveVisitInput = z.output<typeof leaveVisitSchema>;
