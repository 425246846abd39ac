import { notFound } from "next/navigation";
import { echoOf } from "@/app/_ui/field-state";
import { Hidden } from "@/app/_ui/hidden";
import { PageLayout } from "@/app/_ui/page-layout";
import { RadioGroup } from "@/app/_ui/radio-group";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextLink } from "@/app/_ui/text-link";
import { serviceLabel } from "@/app/field/visits/[id]/person-card";
import { Form } from "@/app/_shell/form";
import { page } from "@/app/_shell/page";
import { fieldTourOfAppointment } from "@/lib/appointments/queries";
import { notPossibleConsequence, notPossibleReasons } from "@/lib/cases/types";
import { field } from "@/lib/messages/field";
import { labels } from "@/lib/messages/labels";

const words = field.impediment;
export const metadata = { title: words.title };

/** The second step of "not possible": why, and what follows from it. */
export default page("field.outcomes.record", async ({ actor, params, path, echo, notice }) => {
  const tour = await fieldTourOfAppointment(actor, params.id);
  const found = tour?.stops.flatMap((stop) => stop.persons.flatMap((person) => person.appointments.map((appointment) => ({ stop, person, appointment })))).find(({ appointment }) => appointment.id === params.id);
  if (!found) notFound();
  const { stop, person, appointment } = found;
  const own = echoOf(echo, "field.record");
  return (
    <PageLayout title={words.title} lead={<><bdi>{person.label}</bdi>: {serviceLabel(appointment)}</>} notice={notice} breadcrumb={[{ href: `/field/visits/${stop.visitId}`, label: stop.place.name }]}>
      <Form action="field.record" from={path} echo={echo} version={appointment.version}>
        <Hidden name="id" value={appointment.id} />
        <Hidden name="outcome" value="NOT_POSSIBLE" />
        <RadioGroup
          echo={own}
          name="reason"
          label={words.reason}
          hint={words.returnsHint}
          required
          options={notPossibleReasons.map((value) => ({
            value,
            label: labels.impediment[value],
            hint: notPossibleConsequence[value] === "GONE" ? words.goneHint : undefined,
          }))}
        />
        <SubmitButton>{words.save}</SubmitButton>
      </Form>
      <p>
        <TextLink href={`/field/visits/${stop.visitId}`}>{words.back}</TextLink>
      </p>
    </PageLayout>
  );
});
