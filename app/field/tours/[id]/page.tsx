import { notFound } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button-link";
import { Card } from "@/app/_ui/card";
import { DescriptionList } from "@/app/_ui/description-list";
import { EmptyState } from "@/app/_ui/empty-state";
import { Hidden } from "@/app/_ui/hidden";
import { PageLayout } from "@/app/_ui/page-layout";
import { Section } from "@/app/_ui/section";
import { TourTag } from "@/app/_ui/tour-tag";
import { SubmitButton } from "@/app/_ui/submit-button";
import { Form } from "@/app/_shell/form";
import { page } from "@/app/_shell/page";
import { fieldTour, type FieldStop } from "@/lib/appointments/queries";
import { may } from "@/lib/auth/policy";
import { field } from "@/lib/messages/field";
import { formatDate, formatTime, formatTimeRange } from "@/lib/messages/format";

const words = field.tour;
export const metadata = { title: field.home.title };

export default page("field.tours.view", async ({ actor, params, path, echo, notice }) => {
  const tour = await fieldTour(actor, params.id);
  if (!tour) notFound();
  const canDrive = may(actor.role, "field.tours.drive");
  const openCount = tour.stops.reduce((sum, stop) => sum + openOutcomes(stop), 0);
  return (
    <PageLayout
      title={words.title(tour.reference)}
      lead={formatDate(tour.tourOn)}
      notice={notice}
      breadcrumb={canDrive ? [{ href: "/field", label: words.back }] : []}
      actions={<ButtonLink href={`/field/tours/${tour.id}/print`} variant="secondary">{words.sheet}</ButtonLink>}
    >
      {canDrive && tour.state === "PLANNED" ? (
        <Form action="field.start" from={path} echo={echo} version={tour.version}>
          <Hidden name="id" value={tour.id} />
          <p>{words.startText}</p>
          <SubmitButton>{words.start}</SubmitButton>
        </Form>
      ) : null}
      {canDrive && tour.state === "UNDERWAY" && openCount === 0 ? (
        <Form action="field.finish" from={path} echo={echo} version={tour.version}>
          <Hidden name="id" value={tour.id} />
          <p>{words.finishText}</p>
          <SubmitButton>{words.finish}</SubmitButton>
        </Form>
      ) : null}
      <DescriptionList
        isCompact
        rows={[
          { term: words.state, value: <TourTag state={tour.state} /> },
          { term: words.departs, value: field.sheet.time(formatTime(tour.departsAt)) },
          { term: words.returns, value: field.sheet.time(formatTime(tour.returnsAt)) },
          { term: words.kit, value: tour.kitLabel },
          { term: words.vehicle, value: tour.vehicleLabel },
          { term: words.crew, value: tour.crew.join(", ") },
        ]}
      />
      <Section title={words.stops}>
        {tour.stops.length === 0 ? <EmptyState text={words.noStops} /> : tour.stops.map((stop) => <StopCard key={stop.visitId} stop={stop} />)}
      </Section>
    </PageLayout>
  );
});

function openOutcomes(stop: FieldStop): number {
  return stop.persons.flatMap(({ appointments }) => appointments).filter(({ outcome }) => outcome === null).length;
}

function StopCard({ stop }: { readonly stop: FieldStop }) {
  return (
    <Card title={stop.place.name} preline={stop.startsAt && stop.endsAt ? formatTimeRange(stop.startsAt, stop.endsAt) : undefined} href={`/field/visits/${stop.visitId}`}>
      <p>{stop.place.address}</p>
      <p>
        {words.persons(stop.persons.length)}, {words.open(openOutcomes(stop))}
      </p>
    </Card>
  );
}
