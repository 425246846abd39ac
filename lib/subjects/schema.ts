import { z } from "zod";
import { date, line } from "@/lib/forms/fields";

/** Who asks, as on the proof of identity: no part of a name finds anybody. */
export const findSubjectSchema = z.strictObject({ lastName: line(100), firstNames: line(100), bornOn: date() });
export type FindSubjectInput = z.output<typeof findSubjectSchema>;
