import { gapsOfDraft, nextStep } from "@/lib/drafts/rules";
import type { SiteSheet } from "@/lib/facilities/types";
import { verdict } from "@/lib/law/verdicts";

const SITE: SiteSheet = { room: "Saal", hasTable: true, hasSocket: true, hasPhotoSpace: true, hasStepFreeWay: true, mobileReception: "GOOD", parking: "", accessNote: "", gateMinutes: 0, visitsFrom: 480, visitsUntil: 960, confirmedOn: null };
type Person = Parameters<typeof gapsOfDraft>[0]["persons"][number];
const known: Person = { services: ["ID_CARD"], judgement: { verdicts: [], blockers: [] }, gaps: [] };
const needsReason = verdict("replacement.interestMissing", { expiresOn: "2030-01-01" });
const needsDay = verdict("provisional.needNotStated");
const forbidden = verdict("eligibility.notGerman");

test("a draft of known people for a known house lacks nothing and goes straight to the check", () => {
  const gaps = gapsOfDraft({ persons: [known, known], refusals: [] }, SITE);
  expect(gaps).toEqual([]);
  expect(nextStep(gaps, null)).toBe("CHECK");
});

test("every gap is named with how many it is about, in the order in which it is asked", () => {
  const persons: Person[] = [
    { ...known, judgement: { verdicts: [needsReason], blockers: [] } },
    { ...known, judgement: { verdicts: [needsDay], blockers: [needsDay] } },
    { ...known, judgement: { verdicts: [forbidden], blockers: [forbidden] } },
    { ...known, gaps: ["NATIONALITY", "ID_EXPIRY"] },
    { ...known, services: [], gaps: ["NATIONALITY"] },
  ];
  const refusals = [{ code: "request.duplicateCase", label: "", service: "ID_CARD", reference: "A-1" }, { code: "request.wishInThePast", date: "2026-01-02" }] as const;
  expect(gapsOfDraft({ persons, refusals }, { ...SITE, mobileReception: "UNKNOWN" })).toEqual([
    { kind: "NEEDS", count: 2 },
    { kind: "DUPLICATE", count: 1 },
    { kind: "BLOCKED", count: 1 },
    { kind: "FACTS", count: 1 },
    { kind: "DATES", count: 1 },
    { kind: "HOUSE", count: 1 },
  ]);
  expect(gapsOfDraft({ persons: [{ ...known, services: [] }], refusals: [] }, null)).toEqual([{ kind: "NOBODY", count: 1 }, { kind: "HOUSE", count: 2 }]);
});

test("R56: what is known of the house and bad is not asked again", () => {
  expect(gapsOfDraft({ persons: [known], refusals: [] }, { ...SITE, hasTable: false, mobileReception: "NONE" })).toEqual([]);
});

test("the next step is the first one later in which something is missing, and nobody is sent back", () => {
  const gaps = [{ kind: "NEEDS", count: 1 }, { kind: "FACTS", count: 1 }, { kind: "HOUSE", count: 1 }] as const;
  expect([null, "PEOPLE", "LAW", "DATES", "HOUSE"].map((step) => nextStep(gaps, step as Parameters<typeof nextStep>[1]))).toEqual(["PEOPLE", "LAW", "HOUSE", "HOUSE", "CHECK"]);
});
