import type { CalendarFacts, MailContext, MailFactsByKind, MailKind } from "@/emails/types";

/** Facts for one mail of each kind, in a realistic shape. */
const request = { reference: "A-7K3F9P", path: "/facility/requests/0199c6a0-0000-7000-8000-000000000001" };
const visit = { reference: "B-7K3F9P", path: "/facility/visits/0199c6a0-0000-7000-8000-000000000002" };
const times = { startsAt: "2026-12-03T08:00:00.000Z", endsAt: "2026-12-03T10:15:00.000Z" };
const tour = { reference: "T-7K3F9P", path: "/field/tours/0199c6a0-0000-7000-8000-000000000003", ...times };
const announced = { ...visit, ...times, crew: ["Mia Krüger", "Jan Ossowski"], visitCode: "4711" };

export const samples: MailFactsByKind = {
  "sign-in-code": { code: "135790", path: "/login/code?code=135790", minutesValid: 10 },
  "factor-changed": { reason: "PASSKEY_ADDED", path: "/account/security" },
  "factor-reset-asked": { path: "/login" },
  "factor-reset": { path: "/login" },
  "person-rights": { change: "LIFT_ANNOUNCED", path: "/facility/residents/0199c6a0-0000-7000-8000-000000000004" },
  "invitation": { path: "/login" },
  "request-received": { ...request, persons: 5 },
  "request-questioned": { ...request, reason: "COMPETENCE_UNCLEAR" },
  "request-accepted": request,
  "request-declined": { ...request, reason: "NO_LEGITIMATE_INTEREST" },
  "request-withdrawn": { ...request, reason: "HANDLED_ELSEWHERE" },
  "visit-announced": announced,
  "visit-moved": { ...announced, previousStartsAt: "2026-12-02T09:30:00.000Z" },
  "visit-confirmed": announced,
  "visit-cancelled": { ...visit, ...times },
  "visit-reminder": announced,
  "visit-crew-changed": announced,
  "facility-reminder": { path: "/facility" },
  "site-reminder": { path: "/facility/site" },
  "tour-assigned": tour,
  "tour-changed": { ...tour, change: "CREW" },
  "tour-cancelled": { ...tour, path: "/field", because: "CREW_CHANGED" },
  "office-request-sent": { ...request, persons: 1 },
  "office-request-answered": request,
  "office-request-withdrawn": { ...request, reason: "PERSON_GONE" },
  "office-date-confirmed": { ...visit, startsAt: times.startsAt },
  "office-people-changed": { ...visit, startsAt: times.startsAt, change: "LEFT", persons: 3 },
  "office-date-questioned": { ...visit, startsAt: times.startsAt, reason: "OTHER" },
};

export const kinds = Object.keys(samples) as MailKind[];
export const context: MailContext = { origin: "https://buergerkoffer.example", officePhone: "0231 50-00000" };

export function calendarSample(changes: Partial<CalendarFacts> = {}): CalendarFacts {
  return { method: "REQUEST", status: "TENTATIVE", uid: "0199c6a0-visit@buergerkoffer.example", sequence: 0, ...times, ...visit, ...changes };
}

/** What a person reads of an HTML mail: blocks apart by an empty line, a link as its words and, on the next line, its address. */
export function readableHtml(html: string): string {
  const body = html.slice(html.indexOf("<main>") + "<main>".length, html.indexOf("</main>"));
  return body
    .replace(/<a href="([^"]*)">([^<]*)<\/a>/g, "$2:\n$1")
    .replace(/<\/p>\s*/g, "\n\n")
    .replace(/<br>\n/g, "\n")
    .replace(/<[^>]+>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&")
    .trim();
}
