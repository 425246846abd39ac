import { z } from "zod";
import { centsOfTyped, choice, date, id, line, minutesOfTime, optionalLine } from "@/lib/forms/fields";
import { parameterWords } from "@/lib/messages/parameters";
import { addableKeys, unitOf, unitRanges } from "@/lib/parameters/types";

const WHOLE = /^\d{1,6}$/;

/** The whole number that a typed text means in a unit: cents of an amount, minutes of a time of day; null where it means none. */
export function valueOfTyped(text: string, unit: keyof typeof unitRanges): number | null {
  if (unit === "CENTS") return centsOfTyped(text);
  if (unit === "MINUTE_OF_DAY") return minutesOfTime(text);
  return WHOLE.test(text) ? Number(text) : null;
}

/** A value as it is typed, with the day from which it shall hold, where it stands in the law, and a note. */
export const newValueSchema = z
  .strictObject({ key: choice(addableKeys), value: line(20), validFrom: date(), source: line(200), note: optionalLine(300) })
  .transform((typed, context) => {
    const unit = unitOf(typed.key);
    const value = valueOfTyped(typed.value, unit);
    const [least, most] = unitRanges[unit];
    if (value === null || value < least || value > most) {
      context.addIssue({ code: "custom", path: ["value"], message: parameterWords.outOfRange(least, most, unit) });
      return z.NEVER;
    }
    return { ...typed, value, typed: typed.value };
  });
export type NewValueInput = z.output<typeof newValueSchema>;

export const withdrawParameterSchema = z.strictObject({ id: id() });
