import fc from "fast-check";
import ICAL from "ical.js";
import type { CalendarEntry } from "@/emails/calendar";
import { calendarFile } from "@/lib/mail/calendar-file";
import { instantOf } from "@/lib/time/calendar";

const parties = { organiserName: "Bürgerdienste der Stadt Dortmund", organiserAddress: "buergerkoffer@demo.example", attendeeAddress: "haus@demo.example" };
const stamp = new Date("2026-11-22T10:00:00.000Z");
const entry: CalendarEntry = {
  method: "REQUEST",
  status: "TENTATIVE",
  uid: "0199c6a0@buergerkoffer.example",
  sequence: 3,
  startsAt: new Date("2026-12-03T08:00:00.000Z"),
  endsAt: new Date("2026-12-03T10:15:00.000Z"),
  summary: "Besuch Bürgerkoffer B-7K3F9P",
  description: "Termin noch nicht bestätigt:\nhttps://buergerkoffer.example/facility/visits/1",
};

/** Reads a file with a second library, as the recipient's calendar would. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as never);
  const events = calendar.getAllSubcomponents("vevent");
  const event = events[0]!;
  const value = (name: string): string => String(event.getFirstPropertyValue(name));
  const time = (name: string): Date => (event.getFirstPropertyValue(name) as InstanceType<typeof ICAL.Time>).toJSDate();
  return { calendar, events, event, value, time };
}
const fileOf = (changes: Partial<CalendarEntry> = {}) => calendarFile({ ...entry, ...changes }, parties, stamp);

test("a second library reads one event with method, uid, sequence, status and times in UTC", () => {
  const file = fileOf();
  const { calendar, events, value, time } = read(file);
  expect(events).toHaveLength(1);
  expect(calendar.getAllSubcomponents()).toHaveLength(1);
  expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
  expect([value("uid"), value("sequence"), value("status"), value("summary")]).toEqual([entry.uid, "3", "TENTATIVE", entry.summary]);
  expect(time("dtstart")).toEqual(entry.startsAt);
  expect(time("dtend")).toEqual(entry.endsAt);
  expect(file).toContain("DTSTART:20261203T080000Z");
  expect(file).toContain("DTSTAMP:20261122T100000Z");
  expect(file).not.toMatch(/TZID|VTIMEZONE/);
});

test("the sending mailbox organises, the addressee is asked, and no place is given", () => {
  const { event } = read(fileOf());
  expect(event.getFirstPropertyValue("organizer")).toBe("mailto:buergerkoffer@demo.example");
  expect(event.getAllProperties("attendee").map((attendee) => String(attendee.getFirstValue()).toLowerCase())).toEqual(["mailto:haus@demo.example"]);
  expect(event.getFirstProperty("location")).toBeNull();
});

test.each(["TENTATIVE", "CONFIRMED"] as const)("a visit that stands is a REQUEST with status %s", (status) => {
  expect(read(fileOf({ status })).value("status")).toBe(status);
});

test("a cancelled visit is a CANCEL of the same uid", () => {
  const { calendar, value } = read(fileOf({ method: "CANCEL", status: "CANCELLED", sequence: 4 }));
  expect(calendar.getFirstPropertyValue("method")).toBe("CANCEL");
  expect([value("uid"), value("status"), value("sequence")]).toEqual([entry.uid, "CANCELLED", "4"]);
});

test("9:00 in Dortmund stays 9:00 in Dortmund on both days of the clock change and around them", () => {
  for (const date of ["2026-03-28", "2026-03-29", "2026-03-30", "2026-10-24", "2026-10-25", "2026-10-26", "2027-03-28"]) {
    const startsAt = instantOf(date, 9 * 60);
    const endsAt = instantOf(date, 11 * 60 + 15);
    const { time } = read(fileOf({ startsAt, endsAt }));
    expect(time("dtstart")).toEqual(startsAt);
    expect(time("dtend")).toEqual(endsAt);
  }
});

test("any text in an entry comes back identical and makes no second event, attendee or property", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 200 }),
    fc.constantFrom("x\nATTENDEE:mailto:evil@x.example", "x\\nEND:VEVENT", "a;b,c\\d", 'CN="x";Y=z', "é".repeat(120), "x\nEND:VEVENT\nBEGIN:VEVENT"),
  ).filter((value) => !/[\p{Cc}\p{Cs}]/u.test(value.replace(/\n/g, "")));
  const instant = fc.date({ min: new Date("2026-01-01"), max: new Date("2035-12-31"), noInvalidDate: true }).map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000));
  const properties = read(fileOf()).event.getAllProperties().length;
  fc.assert(
    fc.property(text, text, instant, fc.integer({ min: 0, max: 1_000_000 }), (summary, description, startsAt, sequence) => {
      const endsAt = new Date(startsAt.getTime() + 3_600_000);
      const { events, event, value, time } = read(fileOf({ summary: `Besuch ${summary}`, description: `Termin ${description}`, startsAt, endsAt, sequence }));
      expect(events).toHaveLength(1);
      expect(event.getAllProperties()).toHaveLength(properties);
      expect([value("summary"), value("description"), value("sequence")]).toEqual([`Besuch ${summary}`, `Termin ${description}`, String(sequence)]);
      expect([time("dtstart"), time("dtend")]).toEqual([startsAt, endsAt]);
    }),
    { numRuns: 400 },
  );
});
