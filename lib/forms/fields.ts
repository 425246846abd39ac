import { z } from "zod";
import { isId } from "@/lib/db/id";
import { isCivilDate } from "@/lib/time/calendar";
import { formErrors } from "@/lib/messages/forms";

/**
 * The building blocks of every form's schema. Each says in German what is wrong; a form's schema is a `z.strictObject` of them, so that a field
 * that nobody asked for is refused.
 */

/** A required text of one line. */
export function line(maximum = 200) {
  return z.string(formErrors.required).trim().min(1, formErrors.required).max(maximum, formErrors.tooLong(maximum)).refine((text) => !text.includes("\n"), formErrors.oneLine);
}

/** A text of one line that may be empty. */
export function optionalLine(maximum = 200) {
  return z.string().trim().max(maximum, formErrors.tooLong(maximum)).refine((text) => !text.includes("\n"), formErrors.oneLine).default("");
}

/** Several lines, may be empty. */
export function optionalText(maximum = 2000) {
  return z.string().trim().max(maximum, formErrors.tooLong(maximum)).default("");
}

/** A civil date `YYYY-MM-DD`, from three inputs. */
export function date() {
  return z.string(formErrors.dateRequired).min(1, formErrors.dateRequired).refine(isCivilDate, formErrors.dateWrong);
}

/** A civil date or null. */
export function optionalDate() {
  return z
    .string()
    .default("")
    .refine((value) => value === "" || isCivilDate(value), formErrors.dateWrong)
    .transform((value) => (value === "" ? null : value));
}

/** A civil date, or a month `YYYY-MM` where the input for the day was left empty, or null. */
export function optionalDateOrMonth() {
  return z
    .string()
    .default("")
    .refine((value) => value === "" || isCivilDate(value.replace(/-00$/, "-01")), formErrors.dateWrong)
    .transform((value) => (value === "" ? null : value.replace(/-00$/, "")));
}

const TIME = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;

/** A time of day as minutes since midnight, typed as 9:00 or 09.00. */
export function time() {
  return z
    .string(formErrors.timeRequired)
    .trim()
    .regex(TIME, formErrors.timeWrong)
    .transform((value) => minutesOfTyped(value));
}

/** A time of day as minutes since midnight, or null. */
export function optionalTime() {
  return z
    .string()
    .trim()
    .default("")
    .refine((value) => value === "" || TIME.test(value), formErrors.timeWrong)
    .transform((value) => (value === "" ? null : minutesOfTyped(value)));
}

/** Minutes since midnight of a time typed as 9:00 or 09.00; null for anything else. */
export function minutesOfTime(text: string): number | null {
  return TIME.test(text.trim()) ? minutesOfTyped(text.trim()) : null;
}

function minutesOfTyped(value: string): number {
  const match = TIME.exec(value)!;
  return Number(match[1]) * 60 + Number(match[2]);
}

/** One of a list of codes. */
export function choice<const T extends readonly [string, ...string[]]>(codes: T) {
  return z.enum(codes, formErrors.choose);
}

/** Several of a list of codes; a single ticked box arrives as one string. */
export function choices<const T extends readonly [string, ...string[]]>(codes: T, minimum = 1) {
  return listOf(z.enum(codes, formErrors.choose), minimum);
}

/** Several ids. */
export function ids(minimum = 1, maximum = 200) {
  return listOf(id(), minimum, maximum);
}

function listOf<T extends z.ZodType>(item: T, minimum: number, maximum = 200) {
  return z.preprocess(
    (value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]),
    z.array(item).min(minimum, formErrors.chooseOne).max(maximum, formErrors.tooMany(maximum)),
  );
}

/** A row's id. A malformed one is answered like one that does not exist. */
export function id() {
  return z.string(formErrors.choose).refine(isId, formErrors.choose);
}

/** An id or null for the empty choice. */
export function optionalId() {
  return z.union([z.literal("").transform(() => null), id()]).default(null);
}

/** The version of the row that the form was made from. */
export function version() {
  return z.string(formErrors.stale).regex(/^\d{1,9}$/, formErrors.stale).transform(Number);
}

/** A tick box: ticked or not. */
export function ticked() {
  return z.string().optional().transform((value) => value !== undefined);
}

/** A tick box that must be ticked. */
export function mustTick(sentence: string) {
  return z.string(sentence).transform(() => true as const);
}

/** A whole number within bounds. */
export function wholeNumber(minimum: number, maximum: number) {
  const sentence = formErrors.numberBetween(minimum, maximum);
  return z
    .string(sentence)
    .trim()
    .regex(/^\d{1,9}$/, sentence)
    .transform(Number)
    .refine((value) => value >= minimum && value <= maximum, sentence);
}

const EUROS = /^(\d{1,4})(?:,(\d{2}))?$/;

/** Whole cents of an amount typed as 46 or 46,00; null where nothing or something else was typed. */
export function centsOfTyped(text: string): number | null {
  const match = EUROS.exec(text.trim().replace(/€$/, "").trimEnd());
  return match ? Number(match[1]) * 100 + Number(match[2] ?? "0") : null;
}

/** An amount in euro as whole cents, or null. */
export function optionalCents() {
  return z
    .string()
    .trim()
    .default("")
    .refine((value) => value === "" || centsOfTyped(value) !== null, formErrors.euroWrong)
    .transform((value) => centsOfTyped(value));
}

/** An e-mail address, in lower case, one address and no display name. */
export function email() {
  return z
    .string(formErrors.emailRequired)
    .trim()
    .min(1, formErrors.emailRequired)
    .max(254, formErrors.emailWrong)
    .regex(/^[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/, formErrors.emailWrong)
    .transform((value) => value.toLowerCase());
}
