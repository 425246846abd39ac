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
          about: hold.caseId === null ? words.holdWhole(hold.requestReference, hold.facilityName) : words.holdCase(hold.requestReference, hold.facilityName),
          reason: holdReasonLabels[hold.reason],
          until: formatDate(hold.untilOn),
          set: words.holdBy(hold.createdAt, hold.setBy),
          state: stateOf(hold),
          lift: canEdit && hold.endedAt === null ? <Lift hold={hold} from={from} echo={echo} /> : null,
        },
      }))}
    />
  );
}

function stateOf({ endedAt, endedBy }: HoldLine): string {
  if (endedAt === null) return words.holdInForce;
  return endedBy === null ? words.holdExpired(endedAt) : words.holdLifted(endedAt, endedBy);
}

function Lift({ hold, from, echo }: { readonly hold: HoldLine; readonly from: string; readonly echo: FormEcho }) {
  return (
    <Form action="holds.lift" from={from} echo={echo} version={hold.version} instance={hold.id} label={words.holdLiftLabel(hold.requestReference)}>
      <Hidden name="id" value={hold.id} />
      <SubmitButton variant="secondary" size="small">{words.holdLift}</SubmitButton>
    </Form>
  );
}
