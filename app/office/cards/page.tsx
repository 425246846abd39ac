import { Alert } from "@/app/_ui/alert";
import { CheckboxGroup } from "@/app/_ui/checkbox-group";
import { DataTable } from "@/app/_ui/data-table";
import { echoOf } from "@/app/_ui/field-state";
import { PageLayout } from "@/app/_ui/page-layout";
import { RadioGroup } from "@/app/_ui/radio-group";
import { Section } from "@/app/_ui/section";
import { SelectField } from "@/app/_ui/select-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextLink } from "@/app/_ui/text-link";
import { Form } from "@/app/_shell/form";
import { page } from "@/app/_shell/page";
import { awaitedCards } from "@/lib/cards/queries";
import { collectionWays, oldCards, type CardLine } from "@/lib/cards/types";
import type { FormEcho } from "@/lib/forms/types";
import { formatDateNumeric, formatDateTime } from "@/lib/messages/format";
import { labels } from "@/lib/messages/labels";
import { office } from "@/lib/messages/office";

const words = office.cards;
export const metadata = { title: words.title };

/** The life of a card after its application: arrived, waiting for its hand-over, or handed over without a visit. */
export default page("office.cards.view", async ({ scope, path, echo, notice }) => {
  const cards = await awaitedCards(scope);
  const produced = cards.filter(({ handOver }) => handOver === null);
  const arrived = cards.filter(({ handOver }) => handOver !== null);
  return (
    <PageLayout title={words.title} lead={words.lead} notice={notice} width="wide">
      <Section title={words.producedTitle}>{produced.length > 0 ? <Arrivals cards={produced} path={path} echo={echo} /> : <p>{words.producedNone}</p>}</Section>
      <Section title={words.handOverTitle}>{arrived.length > 0 ? <HandOvers cards={arrived} /> : <p>{words.handOverNone}</p>}</Section>
      {cards.length > 0 ? <Section title={words.collectedTitle}><Collection cards={cards} path={path} echo={echo} /></Section> : null}
    </PageLayout>
  );
});

type FormProps = { readonly cards: readonly CardLine[]; readonly path: string; readonly echo: FormEcho };

function Arrivals({ cards, path, echo }: FormProps) {
  const options = cards.map((card) => ({
    value: card.caseId,
    label: words.line(card.person, card.facilityName),
    hint: card.isGone ? words.gone : card.lacksAuthorisation ? words.unauthorised(card.reference) : words.expected(formatDateNumeric(card.appliedOn), formatDateNumeric(card.expectedOn), card.isOverdue),
    isDisabled: card.isGone || card.lacksAuthorisation,
  }));
  const unauthorised = cards.filter(({ isGone, lacksAuthorisation }) => lacksAuthorisation && !isGone);
  return (
    <>
      {unauthorised.length > 0 ? (
        <Alert tone="warning" title={words.unauthorisedTitle}>
          <ul>
            {unauthorised.map((card) => (
              <li key={card.caseId}>
                <TextLink href={`/office/requests/${card.requestId}`}>{words.recordAuthorisation(card.reference, card.person)}</TextLink>
              </li>
            ))}
          </ul>
        </Alert>
      ) : null}
      <Form action="cards.arrive" from={path} echo={echo} idPrefix="arrive">
        <CheckboxGroup echo={echoOf(echo, "cards.arrive")} idPrefix="arrive" name="cards" label={words.which} hint={words.arrivedHint} required options={options} />
        <SubmitButton>{words.arrived}</SubmitButton>
      </Form>
    </>
  );
}

function HandOvers({ cards }: { readonly cards: readonly CardLine[] }) {
  return (
    <DataTable
      caption={words.handOverCaption}
      hideCaption
      columns={[
        { key: "person", label: words.person },
        { key: "facility", label: words.facility },
        { key: "applied", label: words.applied },
        { key: "earliest", label: words.earliest },
        { key: "visit", label: words.visit },
        { key: "state", label: words.state },
      ]}
      rows={cards.flatMap(({ caseId, person, facilityName, appliedOn, handOverFromOn, handOver }) =>
        handOver === null
          ? []
          : [
              {
                id: caseId,
                cells: {
                  person: <bdi>{person}</bdi>,
                  facility: facilityName,
                  applied: formatDateNumeric(appliedOn),
                  earliest: formatDateNumeric(handOverFromOn),
                  visit: <TextLink href={`/office/visits/${handOver.visitId}`}>{handOver.reference}</TextLink>,
                  state: handOver.startsAt ? `${labels.visitState[handOver.state]}, ${formatDateTime(handOver.startsAt)}` : labels.visitState[handOver.state],
                },
              },
            ],
      )}
    />
  );
}

function Collection({ cards, path, echo }: FormProps) {
  const own = echoOf(echo, "cards.collect");
  return (
    <Form action="cards.collect" from={path} echo={echo} idPrefix="collect">
      <p>{words.collectedHint}</p>
      <SelectField echo={own} idPrefix="collect" name="card" label={words.which1} required options={cards.map((card) => ({ value: card.caseId, label: words.line(card.person, card.facilityName) }))} />
      <RadioGroup echo={own} idPrefix="collect" name="way" label={words.way} required options={collectionWays.map((value) => ({ value, label: labels.collectionWay[value] }))} />
      <RadioGroup echo={own} idPrefix="collect" name="oldCard" label={words.oldCard} required options={oldCards.map((value) => ({ value, label: labels.oldCard[value] }))} />
      <SubmitButton>{words.collected}</SubmitButton>
    </Form>
  );
}
