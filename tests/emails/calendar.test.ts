import { calendarEntry } from "@/emails/calendar";
import { calendarSample, context } from "./samples";

test("an entry says which visit it is and where to read on, nothing else", () => {
  const entry = calendarEntry(calendarSample(), context);
  expect(entry.summary).toBe("Besuch Bürgerkoffer B-7K3F9P");
  expect(entry.description).toBe("Termin noch nicht bestätigt. Bestätigen oder ändern Sie ihn im Portal:\nhttps://buergerkoffer.example/facility/visits/0199c6a0-0000-7000-8000-000000000002");
  expect(Object.keys(entry)).not.toContain("location");
});

test("each status has its own words", () => {
  const words = (["TENTATIVE", "CONFIRMED", "CANCELLED"] as const).map((status) => calendarEntry(calendarSample({ status }), context).description.split("\n")[0]);
  expect(new Set(words).size).toBe(3);
});

test("uid and sequence are those of the visit", () => {
  const { uid, sequence, startsAt } = calendarEntry(calendarSample({ uid: "one@x.example", sequence: 7 }), context);
  expect({ uid, sequence, startsAt: startsAt.toISOString() }).toEqual({ uid: "one@x.example", sequence: 7, startsAt: "2026-12-03T08:00:00.000Z" });
});
