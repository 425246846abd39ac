import type { ReactNode } from "react";
import { echoOf } from "@/app/_ui/field-state";
import { FormGrid } from "@/app/_ui/form-grid";
import { Hidden } from "@/app/_ui/hidden";
import { Section } from "@/app/_ui/section";
import { SelectField } from "@/app/_ui/select-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TimeField } from "@/app/_ui/time-field";
import { Form } from "@/app/_shell/form";
import type { ActionName } from "@/app/_shell/registry";
import { CrewForm, KitForm, VehicleForm, type TourFormProps } from "@/app/office/tours/[id]/gaps";
import { visitChoice } from "@/lib/board/schema";
import type { VisitForTour } from "@/lib/board/types";
import type { FormEcho } from "@/lib/forms/types";
import { formatMinutes } from "@/lib/messages/format";
import { labels } from "@/lib/messages/labels";
import { planning } from "@/lib/messages/planning";
import { minutesOf } from "@/lib/time/calendar";

const words = planning.tour;

/** A form that waits folded, and opens by itself when it comes back refused. */
function Folded({ action, title, echo, children }: { readonly action: ActionName; readonly title: string; readonly echo: FormEcho; readonly children: ReactNode }) {
  return (
    <details open={echoOf(echo, action) !== null}>
      <summary>{title}</summary>
      <div className="bk-stack">{children}</div>
    </details>
  );
}

/** Announces every visit of the tour that is still a draft. */
export function AnnounceForm({ tour, path, echo }: Omit<TourFormProps, "resources">) {
  const drafts = tour.stops.filter(({ state }) => state === "PLANNED").length;
  if (drafts === 0) return null;
  return (
    <Section title={words.announce}>
      <p>{words.announceText(drafts)}</p>
      <Form action="tours.announce" from={path} echo={echo} version={tour.version}>
        <Hidden name="id" value={tour.id} />
        <SubmitButton>{words.announceSubmit(drafts)}</SubmitButton>
      </Form>
    </Section>
  );
}

/** Takes a waiting visit onto the tour; what fits stands first and says from when and what the way costs. */
export function TakeForm({ tour, path, echo, visits }: Omit<TourFormProps, "resources"> & { readonly visits: readonly VisitForTour[] }) {
  const own = echoOf(echo, "tours.take");
  const options = visits.map(({ visit, fit }) => {
    const facts = [labels.district[visit.place.district], planning.minutes(visit.stayMinutes), visit.dueOn ? words.due(visit.dueOn) : null, fit.fits ? words.fitFrom(fit.placement.startsAt, fit.extraTravelMinutes) : words.noRoom];
    return { value: visitChoice(visit), label: `${visit.place.label} · ${facts.filter(Boolean).join(" · ")}`, group: fit.fits ? words.addGroupFits : words.addGroupOther };
  });
  return (
    <Section title={words.add}>
      {options.length === 0 ? (
        <p>{words.addEmpty}</p>
      ) : (
        <Form action="tours.take" from={path} echo={echo} idPrefix="take">
          <Hidden name="tourId" value={tour.id} />
          <SelectField echo={own} name="visit" label={words.addVisit} hint={words.addVisitHint} options={options} idPrefix="take" required />
          <TimeField echo={own} name="startMinutes" label={words.start} hint={words.startHint} idPrefix="take" />
          <SubmitButton variant="secondary">{words.addSubmit}</SubmitButton>
        </Form>
      )}
    </Section>
  );
}

/** What can be changed about a planned tour. A gap has its form in the alert above, so it is not offered twice. */
export function ChangeForms(props: TourFormProps) {
  const { tour, path, echo } = props;
  const own = echoOf(echo, "tours.frame");
  return (
    <Section title={words.change}>
      {tour.crew.every(({ isHeld }) => isHeld) ? <Folded action="tours.crew" title={words.changeCrew} echo={echo}><CrewForm {...props} /></Folded> : null}
      {tour.kit.isHeld ? <Folded action="tours.kit" title={words.replaceKit} echo={echo}><KitForm {...props} /></Folded> : null}
      {tour.vehicle.isHeld ? <Folded action="tours.vehicle" title={words.replaceVehicle} echo={echo}><VehicleForm {...props} /></Folded> : null}
      <Folded action="tours.frame" title={words.changeFrame} echo={echo}>
        <Form action="tours.frame" from={path} echo={echo} version={tour.version} idPrefix="frame">
          <Hidden name="id" value={tour.id} />
          <FormGrid>
            <TimeField echo={own} name="fromMinutes" label={planning.newTour.from} defaultValue={formatMinutes(minutesOf(tour.departsAt))} idPrefix="frame" required />
            <TimeField echo={own} name="untilMinutes" label={planning.newTour.until} defaultValue={formatMinutes(minutesOf(tour.returnsAt))} idPrefix="frame" required />
          </FormGrid>
          <SubmitButton variant="secondary">{words.changeFrameSubmit}</SubmitButton>
        </Form>
      </Folded>
      <Folded action="tours.cancel" title={words.cancel} echo={echo}>
        <p>{words.cancelText(tour.stops.length)}</p>
        <Form action="tours.cancel" from={path} echo={echo} version={tour.version}>
          <Hidden name="id" value={tour.id} />
          <SubmitButton variant="danger">{words.cancelSubmit}</SubmitButton>
        </Form>
      </Folded>
    </Section>
  );
}
