import { DateField } from "@/app/_ui/date-field";
import { echoOf } from "@/app/_ui/field-state";
import { FormGrid } from "@/app/_ui/form-grid";
import { SelectField } from "@/app/_ui/select-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TimeField } from "@/app/_ui/time-field";
import { Form } from "@/app/_shell/form";
import { resourceChoice } from "@/lib/board/schema";
import type { FormEcho } from "@/lib/forms/types";
import type { KitInventory } from "@/lib/kits/queries";
import { labels } from "@/lib/messages/labels";
import { planning } from "@/lib/messages/planning";
import { absenceReasons } from "@/lib/reservations/types";
import type { StaffLine } from "@/lib/staff/queries";
import type { CivilDate } from "@/lib/time/calendar";
import type { Vehicle } from "@/lib/vehicles/types";

const words = planning.resources;
const DEFAULT_FROM = "8:00";
const DEFAULT_UNTIL = "17:00";

type EntryFormProps = { readonly kits: readonly KitInventory[]; readonly staff: readonly StaffLine[]; readonly vehicles: readonly Vehicle[]; readonly today: CivilDate; readonly path: string; readonly echo: FormEcho };

/** Enters an absence or a repair of any resource. */
export function EntryForm({ kits, staff, vehicles, today, path, echo }: EntryFormProps) {
  const own = echoOf(echo, "absences.enter");
  const resources = [
    ...staff.map(({ staffId, label }) => ({ value: resourceChoice("STAFF", staffId), label, group: words.staff })),
    ...kits.filter(({ state }) => state !== "RETIRED").map(({ id, label }) => ({ value: resourceChoice("KIT", id), label, group: words.kits })),
    ...vehicles.filter(({ isActive }) => isActive).map(({ id, label }) => ({ value: resourceChoice("VEHICLE", id), label, group: words.vehicles })),
  ];
  return (
    <Form action="absences.enter" from={path} echo={echo}>
      <p>{words.enterHint}</p>
      <SelectField echo={own} name="resource" label={words.resource} options={resources} required />
      <FormGrid>
        <DateField echo={own} name="fromOn" label={words.from} defaultValue={today} required />
        <TimeField echo={own} name="fromMinutes" label={`${words.from}, ${words.time}`} defaultValue={DEFAULT_FROM} required />
      </FormGrid>
      <FormGrid>
        <DateField echo={own} name="untilOn" label={words.until} defaultValue={today} required />
        <TimeField echo={own} name="untilMinutes" label={`${words.until}, ${words.time}`} defaultValue={DEFAULT_UNTIL} required />
      </FormGrid>
      <SelectField echo={own} name="reason" label={words.reason} options={absenceReasons.map((reason) => ({ value: reason, label: labels.absenceReason[reason] }))} required />
      <SubmitButton>{words.submit}</SubmitButton>
    </Form>
  );
}
