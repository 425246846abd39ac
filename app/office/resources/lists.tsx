import { Card, CardGrid } from "@/app/_ui/card";
import { DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { Hidden } from "@/app/_ui/hidden";
import { StatusTag } from "@/app/_ui/status-tag";
import { SubmitButton } from "@/app/_ui/submit-button";
import { Verdict } from "@/app/_ui/verdict";
import { Form } from "@/app/_shell/form";
import type { FormEcho } from "@/lib/forms/types";
import type { KitInventory } from "@/lib/kits/queries";
import { labels } from "@/lib/messages/labels";
import { absenceSpan, planning, trainingText } from "@/lib/messages/planning";
import type { ReservationLine } from "@/lib/reservations/queries";
import type { StaffLine } from "@/lib/staff/queries";
import { isTrainedOn } from "@/lib/staff/rules";
import type { CivilDate } from "@/lib/time/calendar";
import type { Vehicle } from "@/lib/vehicles/types";

const words = planning.resources;

type WithAbsences = { readonly absences: readonly ReservationLine[] };

function comingText(absences: readonly ReservationLine[], resourceId: string): string {
  const own = absences.filter(({ resource }) => resource.id === resourceId);
  return own.map(({ from, until, reason }) => `${reason ? `${labels.absenceReason[reason]}: ` : ""}${absenceSpan(from, until)}`).join("; ");
}

/** Current and coming absences and repairs, each with a way to end it. */
export function Absences({ absences, path, echo }: WithAbsences & { readonly path: string; readonly echo: FormEcho }) {
  if (absences.length === 0) return <EmptyState text={words.absencesNone} />;
  return (
    <DataTable
      caption={words.absences}
      hideCaption
      isDense
      columns={[
        { key: "who", label: words.who },
        { key: "when", label: words.when },
        { key: "why", label: words.why },
        { key: "end", label: words.what, isAction: true },
      ]}
      rows={absences.map(({ id, label, from, until, reason }) => ({
        id,
        cells: {
          who: label,
          when: absenceSpan(from, until),
          why: reason ? labels.absenceReason[reason] : null,
          end: (
            <Form action="absences.end" from={path} echo={echo} instance={id} className="bk-inline-form">
              <Hidden name="id" value={id} />
              <SubmitButton size="small" variant="secondary" context={`${label}, ${absenceSpan(from, until)}`}>{words.end}</SubmitButton>
            </Form>
          ),
        },
      }))}
    />
  );
}

/** Each kit with what is broken, what runs short, and when it is away. */
export function Kits({ kits, absences }: WithAbsences & { readonly kits: readonly KitInventory[] }) {
  return (
    <CardGrid>
      {kits.map((kit) => {
        const broken = kit.components.filter(({ state }) => state !== "WORKING");
        return (
          <Card key={kit.id} title={kit.label} tag={<StatusTag tone={kit.state === "OPERATIONAL" ? "success" : "danger"} label={labels.kitState[kit.state]} size="small" />}>
            {broken.length === 0 ? <p>{words.allWorking(kit.components.length)}</p> : broken.map(({ id, kind, state, inventoryTag }) => <Verdict key={id} tone="stop" text={`${labels.component[kind]} ${inventoryTag}: ${words.componentState[state]}`} />)}
            {kit.hasCertifiedCamera ? null : <Verdict tone="warning" text={words.noCamera} />}
            {kit.shortages.map(({ kind, inStock, needed }) => (
              <Verdict key={kind} tone="warning" text={words.shortage(labels.consumable[kind], inStock, needed)} />
            ))}
            <p className="bk-small">{kit.consumables.map(({ kind, count }) => words.stock(labels.consumable[kind], count)).join(" · ")}</p>
            <p className="bk-small bk-muted">{[kit.inServiceFromOn ? words.inServiceFrom(kit.inServiceFromOn) : null, kit.contractEndsOn ? words.contractUntil(kit.contractEndsOn) : null, comingText(absences, kit.id)].filter(Boolean).join(" · ")}</p>
          </Card>
        );
      })}
    </CardGrid>
  );
}

/** The team: whose training holds until when, and who is away. Nothing about how much anybody works. */
export function Staff({ staff, absences, today }: WithAbsences & { readonly staff: readonly StaffLine[]; readonly today: CivilDate }) {
  return (
    <DataTable
      caption={words.staff}
      hideCaption
      isDense
      columns={[
        { key: "name", label: words.name },
        { key: "training", label: words.training },
        { key: "coming", label: words.now },
      ]}
      rows={staff.map((member) => ({
        id: member.staffId,
        isMarked: !isTrainedOn(member.trainings, today),
        cells: { name: `${member.label} (${member.initials})`, training: trainingText(member.trainings, today), coming: comingText(absences, member.staffId) },
      }))}
    />
  );
}

/** The fleet. */
export function Vehicles({ vehicles, absences }: WithAbsences & { readonly vehicles: readonly Vehicle[] }) {
  return (
    <DataTable
      caption={words.vehicles}
      hideCaption
      isDense
      columns={[
        { key: "label", label: words.vehicle },
        { key: "plate", label: words.plate },
        { key: "coming", label: words.now },
      ]}
      rows={vehicles.map(({ id, label, plate, isActive }) => ({ id, cells: { label, plate, coming: isActive ? comingText(absences, id) : words.inactive } }))}
    />
  );
}
