import { DataTable } from "@/app/_ui/data-table";
import { Section } from "@/app/_ui/section";
import { TextLink } from "@/app/_ui/text-link";
import { Verdict } from "@/app/_ui/verdict";
import { labels } from "@/lib/messages/labels";
import { releases as words } from "@/lib/messages/releases";
import type { ReleaseView } from "@/lib/releases/queries";
import type { ReleaseDays } from "@/lib/releases/types";
import { civilDateOf } from "@/lib/time/calendar";

/** What hangs on the release: the days before and after the newest forecast, the deadlines of what is asked for, and the visits that the house knows. */
export function ReleaseEffect({ release }: { readonly release: ReleaseView }) {
  const { forecasts, before, now, cases, visits } = release;
  const lines = (["releaseOn", "earliestOn", "dutyFromOn", "lastUsefulOn"] as const).map((key) => ({ key, before: dayOf(before, key), now: dayOf(now, key) }));
  return (
    <>
      {forecasts.length > 0 ? (
        <Section title={words.effectTitle}>
          <DataTable
            caption={words.effectCaption}
            hideCaption
            columns={[
              { key: "what", label: words.what },
              { key: "before", label: words.before },
              { key: "now", label: words.now },
            ]}
            rows={lines.map(({ key, ...days }) => ({ id: key, isMarked: days.before !== days.now, cells: { what: words.days[key], ...days } }))}
          />
        </Section>
      ) : null}
      {cases.length > 0 ? (
        <Section title={words.casesTitle}>
          <ul>
            {cases.map((one) => (
              <li key={`${one.requestId} ${one.service}`}>
                <TextLink href={`/facility/requests/${one.requestId}`}>{words.caseText(one.reference, labels.service[one.service])}</TextLink>
                <br />
                {forecasts.length === 0 || one.before === one.now ? words.deadlineSame(one.now) : words.deadlineMoved(one.before, one.now)}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={words.visitsTitle}>
        {visits.length === 0 ? <p>{words.noVisits}</p> : null}
        {visits.map(({ id, reference, startsAt, standing }) => (
          <Verdict key={id} tone={standing === "FITS" ? "ok" : "warning"} text={words.standing[standing]}>
            <p>
              <TextLink href={`/facility/visits/${id}`}>{words.visit(reference, civilDateOf(startsAt))}</TextLink>
            </p>
          </Verdict>
        ))}
      </Section>
    </>
  );
}

function dayOf(days: ReleaseDays | null, key: keyof typeof words.days): string {
  if (days === null) return words.day(null);
  if (key === "dutyFromOn" && days.dutyFromOn === null) return words.dutyAlways;
  return key === "earliestOn" && days.reason !== null ? words.earlyBecause(days.earliestOn, days.reason) : words.day(days[key]);
}
