import { writeOrder, type StoredMail } from "@/lib/mail/write";
import { calendarSample, kinds, samples } from "../../emails/samples";

const settings = { origin: "https://buergerkoffer.example", officePhone: "0231 50-00000", mailFrom: "buergerkoffer@stadt.example" };
const date = new Date("2026-11-22T10:00:00Z");
const stored = (changes: Partial<StoredMail>): StoredMail => ({
  kind: "visit-announced",
  toAddress: "haus@demo.example",
  toName: "Frau Weber",
  facts: JSON.parse(JSON.stringify(samples["visit-announced"])) as unknown,
  calendar: null,
  messageId: "<1@x.example>",
  ...changes,
});
const write = (changes: Partial<StoredMail> = {}) => writeOrder(stored(changes), settings, date);

test.each(kinds)("%s is written from what the database keeps", (kind) => {
  expect(write({ kind, facts: JSON.parse(JSON.stringify(samples[kind])) })).toMatchObject({ messageId: "<1@x.example>", to: { address: "haus@demo.example" }, calendar: null });
});

test("the same order gives the same mail at every attempt", () => {
  expect(write({ calendar: calendarSample() })).toEqual(write({ calendar: calendarSample() }));
});

test("a calendar entry goes along with its method", () => {
  const mail = write({ calendar: calendarSample({ method: "CANCEL", status: "CANCELLED", sequence: 2 }) });
  expect(mail?.calendar?.method).toBe("CANCEL");
  expect(mail?.calendar?.file).toContain("METHOD:CANCEL");
  expect(mail?.calendar?.file).toContain("SEQUENCE:2");
});

test("the recipient's name is in no part of what the mail says", () => {
  const mail = write({ toName: "Zyxwvut", calendar: calendarSample() })!;
  expect(JSON.stringify([mail.words, mail.calendar])).not.toContain("Zyxwvut");
});

test.each([{ kind: "of-yesterday" }, { kind: "constructor" }, { facts: {} }, { facts: null }, { facts: { ...samples["visit-announced"], startsAt: "x" } }, { calendar: {} }])(
  "what cannot be written is told, not thrown: %j",
  (changes) => {
    expect(write(changes as Partial<StoredMail>)).toBeNull();
  },
);
