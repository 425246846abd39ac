/** What holds for everybody: dated values of the law and of the planning. */
import { none } from "@/lib/privacy/entry";
import type { Register } from "@/lib/privacy/types";

export const planning = {
  LegalParameter: none("id", "key", "value", "unit", "validFromOn", "validUntilOn", "source", "note"),
} as const satisfies Register;
