import { z } from "zod";
import { appointmentOutcomes, notPossibleReasons } from "@/lib/cases/types";
import { choice, id, version } from "@/lib/forms/fields";

export const recordOutcomeSchema = z.strictObject({
  id: id(),
  version: version(),
  outcome: choice(appointmentOutcomes),
  reason: z.union([z.literal("").transform(() => null), choice(notPossibleReasons)]).default(null),
});
