import { DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { Hidden } from "@/app/_ui/hidden";
import { SubmitButton } from "@/app/_ui/submit-button";
import { Form } from "@/app/_shell/form";
import type { FormEcho } from "@/lib/forms/types";
import { formatDate } from "@/lib/messages/format";
import { holdReasonLabels, retentionWords as words } from "@/lib/messages/retention";
import type { HoldLine } from "@/lib/retention/types";

type HoldsProps = { readonly holds: readonly HoldLine[]; readonly canEdit: boolean; readonly from: string; readonly echo: FormEcho };

/** The holds, those in force first; whoever may lifts one here. */
export function Holds({ holds, canEdit, from, echo }: HoldsProps) {
  if (holds.length === 0) return <EmptyState text={words.holdsEmpty} />;
  const columns = [
    { key: "about", label: words.holdAbout },
    { key: "reason", label: words.holdReason },
    { key: "until", label: words.holdUntil },
    { key: "set", label: words.holdSet },
    { key: "state", label: words.holdState },
  ];
  return (
    <DataTable
      caption={words.holdsCaption}
      hideCaption
      columns={canEdit ? [...columns, { key: "lift", label: words.holdAction, isAction: true }] : columns}
      rows={holds.map((hold) => ({
        id: hold.id,
        cells: {
          about: aboutOf(hold),
          reason: holdReasonLabels[hold.reason],
          until: hold.untilOn ? formatDate(hold.untilOn) : words.holdNoEnd,
          set: words.holdBy(hold.createdAt, hold.setBy),
          state: stateOf(hold),
          lift: canEdit && hold.endedAt === null && hold.requestReference !== null ? <Lift hold={hold} reference={hold.requestReference} from={from} echo={echo} /> : null,
        },
      }))}
    />
  );
}

/** A restriction names nobody here; the team lead lifts it where the person is known. */
function aboutOf({ caseId, requestReference, facilityName }: HoldLine): string {
  if (requestReference === null || facilityName === null) return words.holdPerson;
  return caseId === null ? words.holdWhole(requestReference, facilityName) : words.holdCase(requestReference, facilityName);
}

function stateOf({ endedAt, endedBy }: HoldLine): string {
  if (endedAt === null) return words.holdInForce;
  return endedBy === null ? words.holdExpired(endedAt) : words.holdLifted(endedAt, endedBy);
}

function Lift({ hold, reference, from, echo }: { readonly hold: HoldLine; readonly reference: string; readonly from: string; readonly echo: FormEcho }) {
  return (
    <Form action="holds.lift" from={from} echo={echo} version={hold.version} instance={hold.id} label={words.holdLiftLabel(reference)}>
      <Hidden name="id" value={hold.id} />
      <SubmitButton variant="secondary" size="small">{words.holdLift}</SubmitButton>
    </Form>
  );
}
