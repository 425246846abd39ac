import { ButtonLink } from "@/app/_ui/button-link";
import { DataTable } from "@/app/_ui/data-table";
import { Hidden } from "@/app/_ui/hidden";
import { Section } from "@/app/_ui/section";
import { StatusTag } from "@/app/_ui/status-tag";
import { SubmitButton } from "@/app/_ui/submit-button";
import { Form } from "@/app/_shell/form";
import type { ActionName } from "@/app/_shell/registry";
import { ListName, listName } from "@/app/facility/name";
import type { FormEcho } from "@/lib/forms/types";
import type { Candidate, FreePlace } from "@/lib/joining/types";
import { formatDate, formatDuration, formatTime } from "@/lib/messages/format";
import { labels } from "@/lib/messages/labels";
import { visitPeople as words } from "@/lib/messages/visit-people";
import { civilDateOf } from "@/lib/time/calendar";

type OfferProps = { readonly action: Extract<ActionName, "visits.join" | "visits.fill">; readonly visit: { readonly id: string; readonly version: number }; readonly candidates: readonly Candidate[]; readonly path: string; readonly echo: FormEcho };

/** Who waits and could take the place, each with one press. */
export function Offer({ action, visit, candidates, path, echo }: OfferProps) {
  return (
    <DataTable
      caption={words.title}
      hideCaption
      columns={[{ key: "name", label: words.columns.person }, { key: "what", label: words.columns.services }, { key: "minutes", label: words.columns.minutes, isNumeric: true }, { key: "join", label: words.columns.join, isAction: true }]}
      rows={candidates.map((person) => ({
        id: person.residentId,
        cells: {
          name: <ListName {...person} />,
          what: (
            <>
              {person.services.map((service) => labels.service[service]).join(", ")} {person.isFitting ? null : <StatusTag tone="warning" size="small" label={words.longer} />}
            </>
          ),
          minutes: formatDuration(person.minutes),
          join: (
            <Form action={action} from={path} echo={echo} version={visit.version} instance={person.residentId} className="bk-inline-form">
              <Hidden name="id" value={visit.id} />
              <Hidden name="resident" value={person.residentId} />
              <SubmitButton variant="secondary" size="small" context={listName(person)}>{words.join}</SubmitButton>
            </Form>
          ),
        },
      }))}
    />
  );
}

/** What is free in the visit, and the ways to fill it until the configured hour. */
export function FreePlaceSection({ place, visit, path, echo }: { readonly place: FreePlace; readonly visit: { readonly id: string; readonly version: number }; readonly path: string; readonly echo: FormEcho }) {
  const { freeMinutes, fixedAt, isOpen, candidates } = place;
  const [day, time] = [formatDate(civilDateOf(fixedAt)), formatTime(fixedAt)];
  if (!isOpen) return <p>{words.fixed(day, time)}</p>;
  const free = formatDuration(freeMinutes);
  return (
    <Section title={words.title} id="free">
      <p>{words.until(day, time)}</p>
      {freeMinutes > 0 ? <p>{candidates.length > 0 ? words.free(free) : words.freeNobody(free)}</p> : <p>{words.full}</p>}
      {candidates.length > 0 ? <Offer action="visits.join" visit={visit} candidates={candidates} path={path} echo={echo} /> : null}
      <ButtonLink href={`/facility/visits/${visit.id}/add`} variant="secondary" icon="add">{words.addOther}</ButtonLink>
    </Section>
  );
}
