import type { CalendarFacts, MailFactsByKind, MailKind } from "@/emails/types";
import { calendarSample, kinds, samples } from "./samples";

/** The fields that facts of mails may have. Whoever adds one here has read R62: no name, birth date, health or custody of a resident. */
const allowed = [
  "code", "minutesValid", "path", "reference", "persons", "reason", "startsAt", "endsAt", "previousStartsAt", "crew", "visitCode", "change", "because",
  "method", "status", "uid", "sequence",
] as const;

type FieldsOf<T> = T extends T ? keyof T : never;
type Fields = FieldsOf<MailFactsByKind[MailKind]> | keyof CalendarFacts;
type NotAllowed = Exclude<Fields, (typeof allowed)[number]>;

test("R62: facts of mails have fields for references, dates and codes only", () => {
  // Does not compile with a further field.
  const nothingElse: [NotAllowed] extends [never] ? true : NotAllowed = true;
  expect(nothingElse).toBe(true);
  const found = new Set([...kinds.flatMap((kind) => Object.keys(samples[kind])), ...Object.keys(calendarSample())]);
  expect([...found].filter((field) => !(allowed as readonly string[]).includes(field))).toEqual([]);
});
