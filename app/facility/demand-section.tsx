import { ButtonLink } from "@/app/_ui/button-link";
import { DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { Hidden } from "@/app/_ui/hidden";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextLink } from "@/app/_ui/text-link";
import { Form } from "@/app/_shell/form";
import { ListName } from "@/app/facility/name";
import { demandMonths, MOST_PER_REQUEST } from "@/lib/demand/rules";
import type { Demand } from "@/lib/demand/types";
import type { FormEcho } from "@/lib/forms/types";
import { facilityHome as words } from "@/lib/messages/facility";
import { formatExpiry, formatMonth } from "@/lib/messages/format";

const SHOWN = 10;

/** Whose card runs out, in one sentence, and one press that begins a request for all of them. */
export function DemandSection({ demand, isRosterEmpty, from, echo }: { readonly demand: Demand; readonly isRosterEmpty: boolean; readonly from: string; readonly echo: FormEcho }) {
  const { people, untilOn } = demand;
  if (people.length === 0) {
    return (
      <Section title={words.demandTitle}>
        <EmptyState text={isRosterEmpty ? words.emptyRoster : words.noDemand(demandMonths)}>
          {isRosterEmpty ? <ButtonLink href="/facility/residents/import">{words.importList}</ButtonLink> : null}
        </EmptyState>
      </Section>
    );
  }
  const first = people.slice(0, MOST_PER_REQUEST);
  return (
    <Section title={words.demandTitle}>
      <p>
        <strong>{words.demandSentence(people.length, untilOn && formatMonth(untilOn))}</strong>
      </p>
      <Form action="requests.draft" from={from} echo={echo}>
        {first.map(({ id }) => (
          <Hidden key={id} name="residents" value={id} />
        ))}
        {people.length > first.length ? <p>{words.demandMost(MOST_PER_REQUEST)}</p> : null}
        <SubmitButton>{words.demandButton(first.length)}</SubmitButton>
      </Form>
      <DataTable
        caption={words.demandTitle}
        hideCaption
        columns={[
          { key: "person", label: words.columns.person },
          { key: "card", label: words.columns.card },
        ]}
        rows={people.slice(0, SHOWN).map((person) => ({
          id: person.id,
          cells: {
            person: (
              <TextLink href={`/facility/residents/${person.id}`}>
                <ListName {...person} />
              </TextLink>
            ),
            card: person.idExpiresOn && person.need !== "LOST" ? words.needUntil(words.needs[person.need], formatExpiry(person.idExpiresOn, person.isExpiryMonthOnly)) : words.needs[person.need],
          },
        }))}
      />
      {people.length > SHOWN ? (
        <p>
          {words.demandMore(people.length - SHOWN)} <TextLink href="/facility/residents?filter=NEEDS_CARD">{words.demandAll}</TextLink>
        </p>
      ) : null}
      <p>{words.demandLead(demandMonths)}</p>
    </Section>
  );
}
