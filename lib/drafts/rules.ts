import { draftGapKinds, draftSteps, needVerdicts, stepOfGap, SUGGESTED_DAYS, SUGGESTED_FROM_DAYS, type DraftGap, type DraftGapKind, type DraftStep } from "@/lib/drafts/types";
import { siteGapsOf } from "@/lib/facilities/rules";
import type { SiteGap, SiteSheet } from "@/lib/facilities/types";
import type { VerdictCode } from "@/lib/law/verdicts";
import { furthestMonths } from "@/lib/requests/rules";
import type { RequestRefusal } from "@/lib/requests/types";
import { addDays, addMonths, type CivilDate } from "@/lib/time/calendar";
import { closedOn } from "@/lib/visits/rules";
import type { Closure } from "@/lib/visits/types";

type PersonInDraft = { readonly services: readonly unknown[]; readonly judgement: { readonly verdicts: readonly { readonly code: VerdictCode }[]; readonly blockers: readonly { readonly code: VerdictCode }[] }; readonly gaps: readonly unknown[] };
type DraftFacts = { readonly persons: readonly PersonInDraft[]; readonly refusals: readonly RequestRefusal[] };

/** What of the site sheet is unknown, not merely bad: only that is asked again. */
const unknown: readonly SiteGap[] = ["ROOM", "RECEPTION_UNKNOWN"];

function isNeed({ code }: { readonly code: VerdictCode }): boolean {
  return needVerdicts.some((one) => one === code);
}

/** Whether something about a person stands in the way that the request itself settles: why, or until when. */
export function lacksNeeds({ judgement }: Pick<PersonInDraft, "judgement">): boolean {
  return judgement.verdicts.some(isNeed);
}

/** Everything that a draft still lacks, in the order in which it is asked; empty: it can be checked and sent as it is. */
export function gapsOfDraft({ persons, refusals }: DraftFacts, site: SiteSheet | null): readonly DraftGap[] {
  const asked = persons.filter(({ services }) => services.length > 0);
  const counts: Readonly<Record<DraftGapKind, number>> = {
    NOBODY: asked.length === 0 ? 1 : 0,
    NEEDS: asked.filter(lacksNeeds).length,
    DUPLICATE: refusals.filter(({ code }) => code === "request.duplicateCase").length,
    BLOCKED: asked.filter(({ judgement }) => judgement.blockers.some((one) => !isNeed(one))).length,
    FACTS: asked.filter(({ gaps }) => gaps.length > 0).length,
    DATES: refusals.filter(({ code }) => code.startsWith("request.wish")).length,
    HOUSE: siteGapsOf(site).filter((gap) => unknown.includes(gap)).length,
  };
  return draftGapKinds.filter((kind) => counts[kind] > 0).map((kind) => ({ kind, count: counts[kind] }));
}

/** The next days on which a visit may take place (R54), to be ticked instead of typed. */
export function suggestedDays(today: CivilDate, closures: readonly Closure[]): readonly CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = addDays(today, SUGGESTED_FROM_DAYS); days.length < SUGGESTED_DAYS && day <= addMonths(today, furthestMonths); day = addDays(day, 1)) if (closedOn(day, closures) === null) days.push(day);
  return days;
}

/** The first step after another one in which something is missing; what is known skips its step, so that a draft without gaps goes straight to the check. */
export function nextStep(gaps: readonly DraftGap[], after: DraftStep | null): DraftStep {
  const from = after === null ? 0 : draftSteps.indexOf(after) + 1;
  return draftSteps.slice(from).find((step) => gaps.some(({ kind }) => stepOfGap[kind] === step)) ?? "CHECK";
}
