import { z } from "zod";
import { id, ticked } from "@/lib/forms/fields";

/** The file comes beside the typed values. */
export const readListSchema = z.strictObject({});
export const takeListSchema = z.strictObject({ id: id(), /** That the similar names belong to other people. */ areOthers: ticked() });
export const dropListSchema = z.strictObject({ id: id() });

export type TakeListInput = z.output<typeof takeListSchema>;
export type DropListInput = z.output<typeof dropListSchema>;
