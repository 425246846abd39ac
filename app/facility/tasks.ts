import type { PersonAtVisit } from "@/app/facility/visit-facts";
import type { AnnouncedVisit } from "@/lib/facilities/queries";
import { siteGapsOf } from "@/lib/facilities/rules";
import type { SiteSheet } from "@/lib/facilities/types";
import type { DraftGap } from "@/lib/drafts/types";
import { draftGapWords, facilityHome as words } from "@/lib/messages/facility";
import { formatDate } from "@/lib/messages/format";
import type { RequestLine } from "@/lib/requests/queries";
import { civilDateOf, daysBetween, type CivilDate } from "@/lib/time/calendar";

export type Task = { readonly href: string; readonly verb: string; readonly what: string; readonly daysLeft: number | null };

type Facts = {
  readonly visits: readonly { readonly visit: AnnouncedVisit; readonly persons: readonly PersonAtVisit[] }[];
  readonly requests: readonly RequestLine[];
  /** What each draft still lacks. */
  readonly drafts: ReadonlyMap<string, readonly DraftGap[]>;
  readonly site: SiteSheet | null;
  /** From when on the house is asked whether its site sheet still holds. */
  readonly confirmationDueOn: CivilDate;
  readonly today: CivilDate;
};

/** What the house should do now, by deadline; what has none comes last. */
export function tasksOf({ visits, requests, drafts, site, confirmationDueOn, today }: Facts): readonly Task[] {
  const tasks: Task[] = [];
  for (const { visit, persons } of visits) {
    const on = civilDateOf(visit.startsAt);
    const daysLeft = daysBetween(today, on);
    const href = `/facility/visits/${visit.id}`;
    if (visit.state === "ANNOUNCED" && visit.questionedAt === null) tasks.push({ href, verb: words.confirmDate, what: words.visitWhat(formatDate(on), persons.length), daysLeft });
    const unclear = persons.filter(({ gaps }) => gaps.length > 0).length;
    if (unclear > 0) tasks.push({ href, verb: words.clarifyPersons, what: words.personsUnclear(unclear, formatDate(on)), daysLeft });
  }
  for (const { id, reference, state, persons, dueOn } of requests) {
    const line = { href: `/facility/requests/${id}`, what: words.requestWhat(reference, persons), daysLeft: dueOn ? daysBetween(today, dueOn) : null };
    if (state === "QUESTIONED") tasks.push({ ...line, verb: words.answerQuestion });
    if (state === "DRAFT") tasks.push({ ...line, verb: words.finishDraft, what: words.draftWhat(line.what, (drafts.get(id) ?? []).map(({ kind, count }) => draftGapWords[kind](count))) });
  }
  if (siteGapsOf(site).length > 0) tasks.push({ href: "/facility/site", verb: words.completeSite, what: words.siteWhat, daysLeft: null });
  else if (confirmationDueOn <= today) tasks.push({ href: "/facility/site", verb: words.confirmSite, what: words.siteWhat, daysLeft: null });
  return tasks.sort((a, b) => (a.daysLeft ?? Infinity) - (b.daysLeft ?? Infinity) || 0);
}
