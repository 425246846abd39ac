import { DescriptionList } from "@/app/_ui/description-list";
import { Section } from "@/app/_ui/section";
import { TextLink } from "@/app/_ui/text-link";
import { Verdicts } from "@/app/facility/law";
import { ListName } from "@/app/facility/name";
import { PreparationItems } from "@/app/facility/preparation";
import { isSettledHere, personHref } from "@/app/facility/requests/[id]/persons-to-clear";
import { residentGapSentences } from "@/lib/messages/facility";
import { requestPages as words } from "@/lib/messages/facility-requests";
import { formatDateNumeric, formatEuro } from "@/lib/messages/format";
import { labels } from "@/lib/messages/labels";
import { feeLabels } from "@/lib/messages/law";
import { preparationsOf } from "@/lib/preparation/rules";
import type { RequestPerson } from "@/lib/requests/queries";

type PersonToCheckProps = { readonly person: RequestPerson; readonly back: string; readonly peopleHref: string };

/** One person as she is about to be sent: what for, at what price, what to have ready, and what the law says. */
export function PersonToCheck({ person, back, peopleHref }: PersonToCheckProps) {
  const { facts, services, asked, judgement, mobility, gaps } = person;
  const change = { href: personHref(person.residentId, back) };
  const needs = [...(asked.reason ? [labels.applicationReason[asked.reason]] : []), ...(asked.neededOn ? [words.neededBy(formatDateNumeric(asked.neededOn))] : [])];
  // The fee has a line of its own.
  const preparations = preparationsOf(facts, services, judgement, mobility).filter((one) => one !== "FEE");
  return (
    <Section title={<ListName {...person} />}>
      <DescriptionList
        rows={[
          { term: words.services, value: services.map((service) => labels.service[service]).join(", "), change: { href: peopleHref } },
          { term: words.facts, value: `${words.born(formatDateNumeric(facts.bornOn))}, ${labels.nationality[facts.nationality]}, ${labels.mainResidence[facts.mainResidence]}`, change },
          ...(needs.length > 0 ? [{ term: words.needs, value: needs.join(", "), change: { href: peopleHref } }] : []),
          ...(gaps.length > 0 ? [{ term: words.missing, value: gaps.map((gap) => residentGapSentences[gap]).join(", "), change }] : []),
          { term: words.fee, value: <FeeText person={person} /> },
          ...(preparations.length > 0 ? [{ term: words.prepare, value: <PreparationItems items={preparations} feeCents={judgement.fee.totalCents} /> }] : []),
        ]}
      />
      <Verdicts verdicts={judgement.verdicts} />
      {judgement.blockers.length > 0 ? (
        <p>
          <TextLink href={isSettledHere(judgement.blockers) ? peopleHref : change.href}>{words.openPerson}</TextLink>
        </p>
      ) : null}
    </Section>
  );
}

/** The fee of one person with its parts. */
function FeeText({ person }: { readonly person: RequestPerson }) {
  const { totalCents, items } = person.judgement.fee;
  if (totalCents === 0) return <>{words.free}</>;
  return (
    <span>
      <strong>{formatEuro(totalCents)}</strong>
      {items.filter(({ cents }) => cents > 0).length > 1 ? ` (${items.filter(({ cents }) => cents > 0).map(({ code, cents }) => words.feePart(feeLabels[code], formatEuro(cents))).join(", ")})` : null}
    </span>
  );
}
