import { ButtonLink } from "@/app/_ui/button-link";
import { DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { Section } from "@/app/_ui/section";
import { TextLink } from "@/app/_ui/text-link";
import { ListName } from "@/app/facility/name";
import { cardRunsOut, expiryHorizonMonths } from "@/lib/facilities/rules";
import { facilityHome as words } from "@/lib/messages/facility";
import { formatExpiry } from "@/lib/messages/format";
import { labels } from "@/lib/messages/labels";
import type { RosterLine } from "@/lib/residents/queries";
import type { CivilDate } from "@/lib/time/calendar";

/** Whose card runs out: reason enough to ask for one visit for all of them. */
export function ExpiringList({ people, today }: { readonly people: readonly RosterLine[]; readonly today: CivilDate }) {
  const expiring = people.filter((person) => cardRunsOut(person, today)).sort((a, b) => (a.idExpiresOn ?? "").localeCompare(b.idExpiresOn ?? ""));
  const waiting = expiring.filter(({ openRequest }) => openRequest === null);
  const href = `/facility/requests/new?${new URLSearchParams({ people: waiting.map(({ id }) => id).join(",") })}`;
  return (
    <Section title={words.expiring} actions={waiting.length > 0 ? <ButtonLink href={href} variant="secondary" size="small">{words.askForThese}</ButtonLink> : null}>
      <p>{words.expiringLead(expiryHorizonMonths)}</p>
      {expiring.length === 0 ? (
        <EmptyState text={words.noExpiring(expiryHorizonMonths)} />
      ) : (
        <DataTable
          caption={words.expiring}
          hideCaption
          columns={[
            { key: "person", label: words.columns.person },
            { key: "card", label: words.columns.card },
            { key: "request", label: words.columns.request },
          ]}
          rows={expiring.map((person) => ({
            id: person.id,
            cells: {
              person: (
                <TextLink href={`/facility/residents/${person.id}`}>
                  <ListName {...person} />
                </TextLink>
              ),
              card: cardText(person, today),
              request: person.openRequest ? <TextLink href={`/facility/requests/${person.openRequest.id}`}>{words.inRequest(person.openRequest.reference)}</TextLink> : words.notAsked,
            },
          }))}
        />
      )}
    </Section>
  );
}

function cardText({ idCardState, idExpiresOn, isExpiryMonthOnly }: RosterLine, today: CivilDate): string {
  if (idExpiresOn === null || idCardState === "LOST") return labels.idCardState[idCardState];
  return idExpiresOn < today ? words.expired(formatExpiry(idExpiresOn, isExpiryMonthOnly)) : words.expires(formatExpiry(idExpiresOn, isExpiryMonthOnly));
}
