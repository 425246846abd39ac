import { notFound } from "next/navigation";
import { Alert } from "@/app/_ui/alert";
import { echoOf } from "@/app/_ui/field-state";
import { Hidden } from "@/app/_ui/hidden";
import { PageLayout } from "@/app/_ui/page-layout";
import { RadioGroup } from "@/app/_ui/radio-group";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextLink } from "@/app/_ui/text-link";
import { outcomeLabel, serviceLabel } from "@/app/field/visits/[id]/person-card";
import { Form } from "@/app/_shell/form";
import { page } from "@/app/_shell/page";
import { fieldTourOfAppointment } from "@/lib/appointments/queries";
import { notPossibleReasons } from "@/lib/cases/types";
import { correctionRefusal, correctorOf } from "@/lib/corrections/rules";
import { correctionReasons } from "@/lib/corrections/types";
import { field } from "@/lib/messages/field";
import { labels } from "@/lib/messages/labels";
import { refusalSentence } from "@/lib/messages/refusals";

const words = field.correction;
export const metadata = { title: words.title };

/** Replaces a recorded outcome: the right one, and why. */
export default page("field.outcomes.correct", async ({ actor, params, path, echo, notice }) => {
  const tour = await fieldTourOfAppointment(actor, params.id);
  const found = tour?.stops.flatMap((stop) => stop.persons.flatMap((person) => person.appointments.map((appointment) => ({ stop, person, appointment })))).find(({ appointment }) => appointment.id === params.id);
  const by = correctorOf(actor.role);
  if (!tour || !found?.appointment.outcome || !by) notFound();
  const { stop, person, appointment } = found;
  const { outcome, impediment } = found.appointment;
  const refusal = correctionRefusal({ by, tourState: tour.state, isRecordedToday: appointment.isRecordedToday });
  const own = echoOf(echo, "field.correct");
  const successes = appointment.couldBe.filter((one) => one !== "NOT_POSSIBLE").map((value) => ({ value, label: labels.outcome[value] }));
  const impediments = notPossibleReasons.map((value) => ({ value, label: `${labels.outcome.NOT_POSSIBLE}: ${labels.impediment[value]}` }));
  const back = `/field/visits/${stop.visitId}`;
  return (
    <PageLayout title={words.title} lead={<><bdi>{person.label}</bdi>: {serviceLabel(appointment)}</>} notice={notice} breadcrumb={[{ href: back, label: stop.place.name }]}>
      <p>{words.recorded(outcomeLabel(outcome, impediment))}</p>
      {refusal ? (
        <Alert tone="info" title={words.closedTitle}>
          <p>{refusalSentence(refusal)}</p>
        </Alert>
      ) : (
        <Form action="field.correct" from={path} echo={echo} version={appointment.version}>
          <Hidden name="id" value={appointment.id} />
          <RadioGroup echo={own} name="result" label={words.result} required options={[...successes, ...impediments].filter(({ value }) => value !== (impediment ?? outcome))} />
          <RadioGroup echo={own} name="because" label={words.because} required options={correctionReasons.map((value) => ({ value, label: labels.correctionReason[value] }))} />
          <SubmitButton>{words.save}</SubmitButton>
        </Form>
      )}
      <p>
        <TextLink href={back}>{words.back}</TextLink>
      </p>
    </PageLayout>
  );
});
