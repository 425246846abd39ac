import { notFound } from "next/navigation";
import { Alert } from "@/app/_ui/alert";
import { ButtonLink } from "@/app/_ui/button-link";
import { DescriptionList } from "@/app/_ui/description-list";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageLayout } from "@/app/_ui/page-layout";
import { Section } from "@/app/_ui/section";
import { SplitLayout } from "@/app/_ui/split-layout";
import { TourTag } from "@/app/_ui/tour-tag";
import { AnnounceForm, ChangeForms, TakeForm } from "@/app/office/tours/[id]/change-forms";
import { Gaps } from "@/app/office/tours/[id]/gaps";
import { Stops } from "@/app/office/tours/[id]/stops";
import { page } from "@/app/_shell/page";
import { dayResources, visitsForTour } from "@/lib/board/queries";
import type { TourView } from "@/lib/board/types";
import { formatDate, formatTimeRange } from "@/lib/messages/format";
import { planning, warningText } from "@/lib/messages/planning";
import { tourDetail } from "@/lib/tours/queries";
import { nextTourState } from "@/lib/tours/rules";

const words = planning.tour;
export const metadata = { title: words.name };

/** These stand in their own alerts, with the form that fills the gap. */
const GAP_CODES: readonly string[] = ["crew.released", "tour.kitMissing", "tour.vehicleMissing"];

export default page("office.tours.view", async ({ scope, params, path, echo, notice }) => {
  const tour = await tourDetail(scope, params.id);
  if (!tour) notFound();
  const isOpen = nextTourState(tour.state, "change") !== null;
  const forms = { tour, path, echo };
  const resources = await dayResources(scope, tour.date, tour.id);
  const warnings = tour.warnings.filter(({ code }) => !GAP_CODES.includes(code));
  return (
    <PageLayout
      title={words.title(tour.reference)}
      lead={words.lead(tour.date, tour.departsAt, tour.returnsAt)}
      breadcrumb={[{ href: `/office/board?week=${tour.date}`, label: planning.crumb }]}
      notice={notice}
      width="wide"
      actions={
        <>
          <ButtonLink href={`/office/tours/${tour.id}/print`} variant="secondary" size="small">{words.print}</ButtonLink>
          <ButtonLink href={`/field/tours/${tour.id}/print`} variant="tertiary" size="small">{words.daySheet}</ButtonLink>
        </>
      }
    >
      {isOpen ? <Gaps {...forms} resources={resources} /> : null}
      <SplitLayout
        main={
          <>
            <Section title={words.stops}>{tour.stops.length === 0 ? <EmptyState text={words.noStops} /> : <Stops tour={tour} />}</Section>
            {isOpen ? <TakeForm {...forms} visits={await visitsForTour(scope, tour)} /> : null}
          </>
        }
        aside={
          <>
            {warnings.length > 0 ? (
              <Alert tone="warning" title={words.warnings}>
                <ul>
                  {warnings.map((warning) => (
                    <li key={warningText(warning)}>{warningText(warning)}</li>
                  ))}
                </ul>
              </Alert>
            ) : null}
            <Facts tour={tour} />
            {isOpen ? <AnnounceForm {...forms} /> : null}
            {isOpen ? <ChangeForms {...forms} resources={resources} /> : <p>{words.closed}</p>}
          </>
        }
      />
    </PageLayout>
  );
});

function Facts({ tour }: { readonly tour: TourView }) {
  const named = (label: string, isHeld: boolean): string => (isHeld ? label : `${label} (${words.missing})`);
  return (
    <DescriptionList
      isCompact
      rows={[
        { term: words.state, value: <TourTag state={tour.state} size="small" /> },
        { term: planning.newTour.date, value: formatDate(tour.date) },
        { term: words.frame, value: formatTimeRange(tour.departsAt, tour.returnsAt) },
        { term: words.kit, value: named(tour.kit.label, tour.kit.isHeld) },
        { term: words.vehicle, value: named(`${tour.vehicle.label}, ${tour.vehicle.plate}`, tour.vehicle.isHeld) },
        { term: words.crew, value: tour.crew.map(({ label, isHeld }) => named(label, isHeld)).join(", ") },
      ]}
    />
  );
}
