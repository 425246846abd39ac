import { DataTable } from "@/app/_ui/data-table";
import { Section } from "@/app/_ui/section";
import { Offer } from "@/app/facility/visits/[id]/free-place";
import type { VisitFormProps } from "@/app/office/visits/[id]/forms";
import type { FreePlace } from "@/lib/joining/types";
import type { PeopleChange } from "@/lib/leaving/queries";
import { formatDateTime, formatDuration } from "@/lib/messages/format";
import { labels } from "@/lib/messages/labels";
import { visitPeople } from "@/lib/messages/visit-people";

const words = visitPeople.office;

/** What a house changed about the people of a visit after its announcement, and who of it could take a free place. */
export function PeopleChanges({ visit, path, echo, changes, place }: VisitFormProps & { readonly changes: readonly PeopleChange[]; readonly place: FreePlace | null }) {
  return (
    <>
      {changes.length > 0 ? (
        <Section title={words.changes}>
          <DataTable
            caption={words.changes}
            hideCaption
            isDense
            columns={[{ key: "person", label: words.columns.person }, { key: "what", label: words.columns.what }, { key: "at", label: words.columns.at }]}
            rows={changes.map(({ residentId, firstNames, lastName, at, reason }) => ({
              id: `${residentId}-${at.getTime()}-${reason ?? ""}`,
              cells: { person: <bdi>{`${firstNames} ${lastName}`.trim()}</bdi>, what: reason ? labels.leaveReason[reason] : words.came, at: formatDateTime(at) },
            }))}
          />
        </Section>
      ) : null}
      {place?.isOpen && place.freeMinutes > 0 ? (
        <Section title={words.free} id="free">
          <p>{place.candidates.length > 0 ? words.freeText(formatDuration(place.freeMinutes)) : words.nobody(formatDuration(place.freeMinutes))}</p>
          {place.candidates.length > 0 ? <Offer action="visits.fill" visit={{ id: visit.id, version: visit.plan.version }} candidates={place.candidates} path={path} echo={echo} /> : null}
        </Section>
      ) : null}
    </>
  );
}
