import { Alert } from "@/app/_ui/alert";
import { echoOf } from "@/app/_ui/field-state";
import { Hidden } from "@/app/_ui/hidden";
import { SubmitButton } from "@/app/_ui/submit-button";
import { Form, formName } from "@/app/_shell/form";
import { CrewField, KitField, VehicleField } from "@/app/office/tours/resource-fields";
import type { DayResources } from "@/lib/board/queries";
import type { TourView } from "@/lib/board/types";
import type { FormEcho } from "@/lib/forms/types";
import { planning } from "@/lib/messages/planning";

const words = planning.tour;

export type TourFormProps = { readonly tour: TourView; readonly resources: DayResources; readonly path: string; readonly echo: FormEcho };

/** Whether a resource of the tour was taken away by an absence. */
export function hasGap({ kit, vehicle, crew }: TourView): boolean {
  return !kit.isHeld || !vehicle.isHeld || crew.some(({ isHeld }) => !isHeld);
}

/** What an absence has torn out of the tour, each with the form that fills it. */
export function Gaps({ tour, ...props }: TourFormProps) {
  const absent = tour.crew.filter(({ isHeld }) => !isHeld).map(({ label }) => label);
  return (
    <>
      {tour.kit.isHeld ? null : (
        <Alert tone="danger" title={words.gapKit(tour.kit.label)}>
          <p>{words.gapText}</p>
          <KitForm tour={tour} {...props} />
        </Alert>
      )}
      {absent.length > 0 ? (
        <Alert tone="danger" title={words.gapCrew(absent)}>
          <p>{words.gapText}</p>
          <CrewForm tour={tour} {...props} />
        </Alert>
      ) : null}
      {tour.vehicle.isHeld ? null : (
        <Alert tone="danger" title={words.gapVehicle(tour.vehicle.label)}>
          <p>{words.gapText}</p>
          <VehicleForm tour={tour} {...props} />
        </Alert>
      )}
    </>
  );
}

export function KitForm({ tour, resources, path, echo }: TourFormProps) {
  return (
    <Form action="tours.kit" from={path} echo={echo} version={tour.version} idPrefix="kit">
      <Hidden name="id" value={tour.id} />
      <KitField echo={echoOf(echo, formName("tours.kit"))} resources={resources} date={tour.date} idPrefix="kit" kitId={tour.kit.isHeld ? tour.kit.id : null} />
      <SubmitButton variant="secondary">{words.replaceSubmit}</SubmitButton>
    </Form>
  );
}

export function VehicleForm({ tour, resources, path, echo }: TourFormProps) {
  return (
    <Form action="tours.vehicle" from={path} echo={echo} version={tour.version} idPrefix="vehicle">
      <Hidden name="id" value={tour.id} />
      <VehicleField echo={echoOf(echo, formName("tours.vehicle"))} resources={resources} date={tour.date} idPrefix="vehicle" vehicleId={tour.vehicle.isHeld ? tour.vehicle.id : null} />
      <SubmitButton variant="secondary">{words.replaceSubmit}</SubmitButton>
    </Form>
  );
}

export function CrewForm({ tour, resources, path, echo }: TourFormProps) {
  const staffIds = tour.crew.filter(({ isHeld }) => isHeld).map(({ staffId }) => staffId);
  return (
    <Form action="tours.crew" from={path} echo={echo} version={tour.version} idPrefix="crew">
      <Hidden name="id" value={tour.id} />
      <CrewField echo={echoOf(echo, formName("tours.crew"))} resources={resources} date={tour.date} idPrefix="crew" staffIds={staffIds} />
      <SubmitButton variant="secondary">{words.changeCrewSubmit}</SubmitButton>
    </Form>
  );
}
