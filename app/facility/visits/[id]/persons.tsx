import { Card } from "@/app/_ui/card";
import { Section } from "@/app/_ui/section";
import { StatusTag } from "@/app/_ui/status-tag";
import { TextLink } from "@/app/_ui/text-link";
import { ListName } from "@/app/facility/name";
import { PreparationItems } from "@/app/facility/preparation";
import { LeaveForm, type PeopleForms } from "@/app/facility/visits/[id]/leave-form";
import { OrderForms } from "@/app/facility/visits/[id]/order-forms";
import type { PersonAtVisit } from "@/app/facility/visit-facts";
import { facilityVisit as words, residentGapSentences } from "@/lib/messages/facility";
import type { LeaveReason } from "@/lib/leaving/types";
import { formatTime } from "@/lib/messages/format";
import { labels } from "@/lib/messages/labels";
import { personsDeleted } from "@/lib/messages/retention";

/** The persons of a visit in the crew's order, each with what has to be ready. */
export function VisitPersons({ persons, forms, reasons, isOrderable }: { readonly persons: readonly PersonAtVisit[]; readonly forms: PeopleForms; readonly reasons: readonly LeaveReason[]; readonly isOrderable: boolean }) {
  const back = forms.path;
  if (persons.length === 0) {
    return (
      <Section title={words.personsTitle}>
        <p>{personsDeleted}</p>
      </Section>
    );
  }
  const unclear = persons.filter(({ gaps }) => gaps.length > 0).length;
  return (
    <Section title={words.personsTitle}>
      <p>
        {words.personsLead} {unclear === 0 ? words.allReady : words.unclear(unclear)}
      </p>
      {persons.map((person, index) => (
        <div key={person.residentId} id={`person-${person.residentId}`}>
          <Card
            preline={`${index + 1}. ${words.turn(formatTime(person.turn.from))} · ${person.services.map((service) => labels.service[service]).join(", ")}`}
            title={<ListName {...person} />}
            tag={person.mobility === "BEDSIDE" ? <StatusTag tone="info" label={words.bedside} /> : undefined}
            tone="surface"
          >
            {person.gaps.length > 0 ? (
              <p>
                <TextLink href={`/facility/residents/${person.residentId}?back=${encodeURIComponent(back)}`}>{words.complete}</TextLink>:{" "}
                {person.gaps.map((gap) => residentGapSentences[gap]).join(", ")}
              </p>
            ) : null}
            {person.preparations.length > 0 ? <p>{words.prepare}:</p> : <p>{words.nothingToPrepare}</p>}
            <PreparationItems items={person.preparations} feeCents={person.judgement.fee.totalCents} />
            {isOrderable && persons.length > 1 ? <OrderForms {...forms} person={person} isFirst={index === 0} isLast={index === persons.length - 1} /> : null}
            <LeaveForm {...forms} person={person} reasons={reasons} />
          </Card>
        </div>
      ))}
    </Section>
  );
}
