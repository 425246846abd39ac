import { CheckboxGroup } from "@/app/_ui/checkbox-group";
import { SelectField } from "@/app/_ui/select-field";
import type { DayResources } from "@/lib/board/queries";
import type { FormEcho } from "@/lib/forms/types";
import { kitBlockedText, planning, takenText, trainingText } from "@/lib/messages/planning";
import type { CivilDate } from "@/lib/time/calendar";

const words = planning.newTour;

type FieldsProps = { readonly echo: FormEcho; readonly resources: DayResources; readonly date: CivilDate; readonly idPrefix?: string };

/** The kits, each with what it does that day in words. What is taken stays selectable: a refusal then says exactly what is in the way. */
export function KitField({ echo, resources, date, idPrefix, kitId }: FieldsProps & { readonly kitId?: string | null }) {
  const options = resources.kits.map((kit) => ({ value: kit.id, label: `${kit.label} – ${kit.refusal ? kitBlockedText(kit.refusal) : takenText(kit.taken, date)}` }));
  return <SelectField echo={echo} name="kitId" label={words.kit} options={options} defaultValue={kitId} idPrefix={idPrefix} required />;
}

/** The vehicles, each with what it does that day in words. */
export function VehicleField({ echo, resources, date, idPrefix, vehicleId }: FieldsProps & { readonly vehicleId?: string | null }) {
  const options = resources.vehicles.map((vehicle) => ({ value: vehicle.id, label: `${vehicle.label}, ${vehicle.plate} – ${takenText(vehicle.taken, date)}` }));
  return <SelectField echo={echo} name="vehicleId" label={words.vehicle} options={options} defaultValue={vehicleId} idPrefix={idPrefix} required />;
}

/** The active staff with the state of their training and what they do that day; who is free stands first. */
export function CrewField({ echo, resources, date, idPrefix, staffIds = [] }: FieldsProps & { readonly staffIds?: readonly string[] }) {
  const isFree = (one: DayResources["staff"][number]): boolean => one.refusal === null && one.taken.length === 0;
  const ordered = [...resources.staff.filter(isFree), ...resources.staff.filter((one) => !isFree(one))];
  const options = ordered.map((one) => ({ value: one.staffId, label: one.label, hint: `${takenText(one.taken, date)} · ${trainingText(one.trainings, date)}` }));
  return <CheckboxGroup echo={echo} name="staffIds" label={words.crew} hint={words.crewHint} options={options} defaultValues={staffIds} idPrefix={idPrefix} required />;
}
