import { z } from "zod";
import { appointmentOutcomes, notPossibleReasons } from "@/lib/cases/types";
import { choice, id, ticked, version } from "@/lib/forms/fields";

export const recordOutcomeSchema = z.strictObject({
  id: id(),
  version: version(),
  outcome: choice(appointmentOutcomes),
  reason: z.union([z.literal("").transform(() => null), choice(notPossibleReasons)]).default(null),
  /** R43: ticked where the city's own system has the PIN envelope on record. */
  envelope: ticked(),
});
