import { z } from "zod";
import { choice, id, version } from "@/lib/forms/fields";
import { directions } from "@/lib/people-order/types";

/** `id` is the visit. */
export const orderPersonSchema = z.strictObject({ id: id(), version: version(), resident: id(), direction: choice(directions) });
export type OrderPersonInput = z.output<typeof orderPersonSchema>;
