import { ButtonLink } from "@/app/_ui/button-link";
import { Card } from "@/app/_ui/card";
import { Checkbox } from "@/app/_ui/checkbox";
import { Hidden } from "@/app/_ui/hidden";
import { StatusTag } from "@/app/_ui/status-tag";
import { SubmitButton } from "@/app/_ui/submit-button";
import { Form } from "@/app/_shell/form";
import type { FieldAppointment, FieldPerson } from "@/lib/appointments/queries";
import type { AppointmentOutcome, NotPossibleReason } from "@/lib/cases/types";
import type { FormEcho } from "@/lib/forms/types";
import { field, fingerprintWords } from "@/lib/messages/field";
import { formatDateNumeric, formatTime } from "@/lib/messages/format";
import { labels } from "@/lib/messages/labels";

const words = field.stop;

/** One person at a stop: what is needed, what to mind, and one press to record what happened. */
export function FieldPersonCard({ person, isRecording, isCorrectable, path, echo }: { readonly person: FieldPerson; readonly isRecording: boolean; readonly isCorrectable: (one: FieldAppointment) => boolean; readonly path: string; readonly echo: FormEcho }) {
  return (
    <Card title={<bdi>{person.label}</bdi>} preline={turnText(person)}>
      <p>{notesOf(person).join(" · ")}</p>
      {person.appointments.map((appointment) => (
        <AppointmentRow key={appointment.id} appointment={appointment} label={person.label} asksForEnvelope={person.getsPinEnvelope && appliesForCard(appointment)} isRecording={isRecording} isCorrectable={isCorrectable(appointment)} path={path} echo={echo} />
      ))}
    </Card>
  );
}

/** When it is this person's turn, and the birth date. */
function turnText({ turnAt, bornOn }: FieldPerson): string {
  const born = `${words.born} ${formatDateNumeric(bornOn)}`;
  return turnAt ? `${words.turn(formatTime(turnAt))} · ${born}` : born;
}

/** Whether a card is applied for at this appointment. */
function appliesForCard({ service, isHandOver }: FieldAppointment): boolean {
  return service === "ID_CARD" && !isHandOver;
}

/** What the crew minds about a person, in words. */
export function notesOf(person: FieldPerson): readonly string[] {
  const applies = person.appointments.some(appliesForCard);
  return [
    ...(person.mobility === "BEDSIDE" ? [labels.mobility.BEDSIDE] : []),
    ...(person.representation === "NONE" ? [] : [`${labels.representation[person.representation]}: ${labels.appliesBy[person.appliesBy]}`]),
    ...(applies && person.fingerprints !== "BOTH_INDEX_FINGERS" ? [fingerprintWords[person.fingerprints], ...(person.fingerprints === "NONE_FOR_NOW" && person.cardValidUntil ? [words.validUntil(formatDateNumeric(person.cardValidUntil))] : [])] : []),
    `${words.oldCard}: ${labels.idCardState[person.idCardState]}`,
  ];
}

/** What an appointment is about: the service, or the hand-over of its card. */
export function serviceLabel({ isHandOver, service }: FieldAppointment): string {
  return isHandOver ? words.handOver : labels.service[service];
}

/** A recorded outcome in words, with its reason. */
export function outcomeLabel(outcome: AppointmentOutcome, impediment: NotPossibleReason | null): string {
  return impediment ? `${labels.outcome[outcome]}: ${labels.impediment[impediment]}` : labels.outcome[outcome];
}

type RowProps = { readonly appointment: FieldAppointment; readonly label: string; readonly asksForEnvelope: boolean; readonly isRecording: boolean; readonly isCorrectable: boolean; readonly path: string; readonly echo: FormEcho };

function AppointmentRow({ appointment, label, asksForEnvelope, isRecording, isCorrectable, path, echo }: RowProps) {
  const { id, version, outcome, impediment } = appointment;
  const service = serviceLabel(appointment);
  const success = appointment.possible.find((one) => one !== "NOT_POSSIBLE");
  return (
    <div className="bk-outcome">
      <p className="bk-outcome__service">
        {service}
        {outcome ? <StatusTag tone={outcome === "NOT_POSSIBLE" ? "warning" : "success"} label={outcomeLabel(outcome, impediment)} /> : null}
      </p>
      {asksForEnvelope && outcome === "APPLIED" ? <p className="bk-small">{appointment.isEnvelopeRecorded ? words.envelopeDone : words.envelopeOpen}</p> : null}
      {isCorrectable ? (
        <div className="bk-outcome__actions">
          <ButtonLink href={`/field/appointments/${id}/correct`} variant="secondary" context={`${service}, ${label}`}>{words.correct}</ButtonLink>
        </div>
      ) : null}
      {isRecording && success ? (
        <div className="bk-outcome__actions">
          <Form action="field.record" from={path} echo={echo} version={version} instance={id}>
            <Hidden name="id" value={id} />
            <Hidden name="outcome" value={success} />
            {asksForEnvelope ? <Checkbox echo={null} idPrefix={`envelope-${id}`} name="envelope" label={words.envelopeRecorded} /> : null}
            <SubmitButton context={`${service}, ${label}`}>{labels.outcome[success]}</SubmitButton>
          </Form>
          <ButtonLink href={`/field/appointments/${id}`} variant="secondary" context={`${service}, ${label}`}>{words.notPossible}</ButtonLink>
        </div>
      ) : null}
    </div>
  );
}
