import { echoOf } from "@/app/_ui/field-state";
import { Hidden } from "@/app/_ui/hidden";
import { Section } from "@/app/_ui/section";
import { SelectField } from "@/app/_ui/select-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextLink } from "@/app/_ui/text-link";
import { TimeField } from "@/app/_ui/time-field";
import { Form } from "@/app/_shell/form";
import { bestOf } from "@/lib/board/rules";
import type { TourForVisit } from "@/lib/board/types";
import type { FormEcho } from "@/lib/forms/types";
import { gate } from "@/lib/messages/gate";
import { planning } from "@/lib/messages/planning";
import type { VisitDetail } from "@/lib/visits/queries";
import { visitVerbsFrom } from "@/lib/visits/rules";
import { announcedVisitStates, type VisitState } from "@/lib/visits/types";

const words = planning.visit;
const announcedStates: readonly VisitState[] = announcedVisitStates;

export type VisitFormProps = { readonly visit: VisitDetail; readonly path: string; readonly echo: FormEcho };

const isKnown = ({ plan }: VisitDetail): boolean => announcedStates.includes(plan.state);

const optionText = (one: TourForVisit): string => {
  const { tour, fit } = one;
  return words.option(tour.date, fit.placement.startsAt, tour.kit.label, tour.crew.map(({ initials }) => initials).join(" "), fit.extraTravelMinutes);
};

/** Places a waiting visit, or moves a planned one: the best tour with one press, every other from a list. A date that nobody questions is not moved by accident: its form is folded. */
export function PlaceForm({ visit, path, echo, tours }: VisitFormProps & { readonly tours: readonly TourForVisit[] }) {
  const verbs = visitVerbsFrom(visit.plan.state);
  const isMove = verbs.includes("move");
  if (!isMove && !verbs.includes("place")) return null;
  const action = isMove ? "visits.move" : "visits.place";
  const own = echoOf(echo, action);
  const best = bestOf(visit.plan, tours.filter(({ tour }) => tour.id !== visit.tour?.id));
  const options = tours.map((one) => ({
    value: one.tour.id,
    label: one.tour.id === visit.tour?.id ? `${optionText(one)} · ${words.current}` : optionText(one),
    group: one.fit.isWished ? words.groupWished : one.fit.isBlocked ? words.groupBlocked : words.groupOther,
  }));
  const form = (
    <>
      {isMove ? <p>{isKnown(visit) ? words.moveText : words.moveTextDraft}</p> : null}
      {options.length === 0 ? (
        <p>
          {words.noTour} <TextLink href="/office/tours/new">{words.noTourLink}</TextLink>
        </p>
      ) : null}
      {best ? (
        <Form action={action} from={path} echo={echo} version={visit.plan.version} instance="best" label={words.best}>
          <Hidden name="id" value={visit.id} />
          <Hidden name="tourId" value={best.tour.id} />
          <p>
            {words.best}: <strong>{optionText(best)}</strong>
          </p>
          <SubmitButton size="small" context={optionText(best)}>{words.bestSubmit}</SubmitButton>
        </Form>
      ) : null}
      {options.length > 0 ? (
        <Form action={action} from={path} echo={echo} version={visit.plan.version}>
          <Hidden name="id" value={visit.id} />
          <SelectField echo={own} name="tourId" label={words.tourField} hint={words.tourHint} options={options} required />
          <TimeField echo={own} name="startMinutes" label={words.start} hint={words.startHint} />
          <SubmitButton variant="secondary">{isMove ? words.moveSubmit : words.placeSubmit}</SubmitButton>
        </Form>
      ) : null}
    </>
  );
  if (!isMove || visit.questionReason) return <Section title={isMove ? words.move : words.place} id="place">{form}</Section>;
  return (
    <details id="place" open={own !== null}>
      <summary>{words.move}</summary>
      <div className="bk-stack">{form}</div>
    </details>
  );
}

/** Tells the facility the date. */
export function AnnounceForm({ visit, path, echo }: VisitFormProps) {
  if (!visitVerbsFrom(visit.plan.state).includes("announce")) return null;
  return (
    <Section title={words.announce}>
      <p>{words.announceText}</p>
      <Form action="visits.announce" from={path} echo={echo} version={visit.plan.version}>
        <Hidden name="id" value={visit.id} />
        <SubmitButton>{words.announceSubmit}</SubmitButton>
      </Form>
    </Section>
  );
}

/** Puts on record that the prison has cleared names and devices (R57). */
export function ClearanceForm({ visit, path, echo }: VisitFormProps) {
  const { plan, tour, clearedAt } = visit;
  if (!plan.address.isPrison || !tour) return null;
  return (
    <Section title={words.clearance}>
      <p>
        <TextLink href={`/office/visits/${visit.id}/gate/print`}>{gate.link}</TextLink>
      </p>
      {clearedAt ? (
        <p>
          {words.clearanceDone(clearedAt)} {words.clearanceLost}
        </p>
      ) : (
        <>
          <p>{words.clearanceText(tour.clearanceNeededOn)}</p>
          <Form action="visits.clear" from={path} echo={echo} version={plan.version}>
            <Hidden name="id" value={visit.id} />
            <SubmitButton variant="secondary">{words.clearanceSubmit}</SubmitButton>
          </Form>
        </>
      )}
    </Section>
  );
}

/** Takes the visit off its tour. */
export function RemoveForm({ visit, path, echo }: VisitFormProps) {
  if (!visitVerbsFrom(visit.plan.state).includes("remove")) return null;
  return (
    <details open={echoOf(echo, "visits.remove") !== null}>
      <summary>{words.remove}</summary>
      <div className="bk-stack">
        <p>{isKnown(visit) ? words.removeTextAnnounced : words.removeText}</p>
        <Form action="visits.remove" from={path} echo={echo} version={visit.plan.version}>
          <Hidden name="id" value={visit.id} />
          <SubmitButton variant="danger">{words.removeSubmit}</SubmitButton>
        </Form>
      </div>
    </details>
  );
}
