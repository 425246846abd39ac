import { z } from "zod";
import { choice, id, line, mustTick, version } from "@/lib/forms/fields";
import { joiningServices } from "@/lib/joining/types";
import { joiningErrors } from "@/lib/messages/visit-people";

/** `id` is the visit. */
export const joinVisitSchema = z.strictObject({ id: id(), version: version(), resident: id() });
export type JoinVisitInput = z.output<typeof joinVisitSchema>;

export const addToVisitSchema = z.strictObject({ id: id(), version: version(), resident: id(), service: choice(joiningServices), informed: mustTick(joiningErrors.notInformed) });
export type AddToVisitInput = z.output<typeof addToVisitSchema>;

/** Whoever is looked for to join this visit. */
export const findForVisitSchema = z.strictObject({ id: id(), name: line(100) });
export type FindForVisitInput = z.output<typeof findForVisitSchema>;
