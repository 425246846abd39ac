import { ButtonLink } from "@/app/_ui/button-link";
import { ButtonRow } from "@/app/_ui/button-row";
import { Card } from "@/app/_ui/card";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageLayout } from "@/app/_ui/page-layout";
import { Section } from "@/app/_ui/section";
import { TourTag } from "@/app/_ui/tour-tag";
import { page } from "@/app/_shell/page";
import { myTours, type FieldTourLine } from "@/lib/appointments/queries";
import { field } from "@/lib/messages/field";
import { formatDate, formatTimeRange } from "@/lib/messages/format";

const words = field.home;
export const metadata = { title: words.title };

export default page("field.home", async ({ scope, notice }) => {
  const tours = await myTours(scope);
  const isNow = (tour: FieldTourLine): boolean => tour.isToday || tour.state === "UNDERWAY";
  const today = tours.filter(isNow);
  const next = tours.filter((tour) => !isNow(tour));
  return (
    <PageLayout title={words.title} notice={notice}>
      <Section title={words.today}>{today.length > 0 ? today.map((tour) => <TourCard key={tour.id} tour={tour} isMain />) : <EmptyState text={words.nothingToday} />}</Section>
      <Section title={words.next}>{next.length > 0 ? next.map((tour) => <TourCard key={tour.id} tour={tour} />) : <EmptyState text={words.nothingNext} />}</Section>
    </PageLayout>
  );
});

function TourCard({ tour, isMain = false }: { readonly tour: FieldTourLine; readonly isMain?: boolean }) {
  return (
    <Card
      title={formatDate(tour.tourOn)}
      preline={tour.reference}
      tone={isMain ? "accent" : "plain"}
      tag={<TourTag state={tour.state} />}
      footer={
        <ButtonRow>
          <ButtonLink href={`/field/tours/${tour.id}`} variant={isMain ? "primary" : "secondary"} context={tour.reference}>{words.open}</ButtonLink>
          <ButtonLink href={`/field/tours/${tour.id}/print`} variant="tertiary" context={tour.reference}>{words.sheet}</ButtonLink>
        </ButtonRow>
      }
    >
      <p>
        {formatTimeRange(tour.departsAt, tour.returnsAt)} · {tour.kitLabel} · {tour.vehicleLabel}
      </p>
      <p>{tour.crew.join(", ")}</p>
      <p>{tour.places.length > 0 ? tour.places.join(" → ") : field.tour.noStops}</p>
    </Card>
  );
}
