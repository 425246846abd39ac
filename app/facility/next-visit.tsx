import { Bar } from "@/app/_ui/bar";
import { ButtonLink } from "@/app/_ui/button-link";
import { Card } from "@/app/_ui/card";
import { Deadline } from "@/app/_ui/deadline";
import { DescriptionList } from "@/app/_ui/description-list";
import { StatusTag } from "@/app/_ui/status-tag";
import { windowOf, type PersonAtVisit } from "@/app/facility/visit-facts";
import type { AnnouncedVisit } from "@/lib/facilities/queries";
import { facilityHome, facilityVisit as words } from "@/lib/messages/facility";
import { formatDate } from "@/lib/messages/format";
import { civilDateOf, daysBetween, type CivilDate } from "@/lib/time/calendar";

type NextVisitProps = { readonly visit: AnnouncedVisit; readonly persons: readonly PersonAtVisit[]; readonly room: string; readonly today: CivilDate };

/** The next visit as a card: when, who comes, the code at the door, and how far the preparation is. */
export function NextVisit({ visit, persons, room, today }: NextVisitProps) {
  const on = civilDateOf(visit.startsAt);
  const { from, until } = windowOf(visit);
  const ready = persons.filter(({ gaps }) => gaps.length === 0).length;
  return (
    <Card
      headingLevel={2}
      tone="accent"
      preline={facilityHome.nextVisit}
      title={formatDate(on)}
      tag={<StatusTag state={visit.state} />}
      footer={
        <ButtonLink href={`/facility/visits/${visit.id}`} variant={visit.state === "ANNOUNCED" ? "primary" : "secondary"}>
          {visit.state === "ANNOUNCED" ? facilityHome.confirmDate : words.open}
        </ButtonLink>
      }
    >
      <p>
        {words.sentences[visit.state]} <Deadline daysLeft={daysBetween(today, on)} hideBar />
      </p>
      <DescriptionList
        isCompact
        rows={[
          { term: words.when, value: words.arrives(from, until) },
          { term: words.crew, value: visit.crew.join(", ") },
          { term: words.visitCode, value: <strong>{visit.visitCode}</strong> },
          { term: words.place, value: room || words.noRoom },
        ]}
      />
      <div>
        <p>{words.ready(ready, persons.length)}</p>
        <Bar share={persons.length === 0 ? 1 : ready / persons.length} tone={ready === persons.length ? "accent" : "warning"} />
      </div>
    </Card>
  );
}
