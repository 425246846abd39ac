import { Alert } from "@/app/_ui/alert";
import { PageLayout } from "@/app/_ui/page-layout";
import { Section } from "@/app/_ui/section";
import { SplitLayout } from "@/app/_ui/split-layout";
import { TextLink } from "@/app/_ui/text-link";
import { EntryForm } from "@/app/office/resources/entry-form";
import { Absences, Kits, Staff, Vehicles } from "@/app/office/resources/lists";
import { page } from "@/app/_shell/page";
import type { TourView } from "@/lib/board/types";
import { listKits } from "@/lib/kits/queries";
import { planning, warningText } from "@/lib/messages/planning";
import { listAbsences, type ReservationLine } from "@/lib/reservations/queries";
import { listStaff } from "@/lib/staff/queries";
import { addDays, civilDateOf } from "@/lib/time/calendar";
import { overlaps } from "@/lib/time/range";
import { listTours } from "@/lib/tours/queries";
import { listVehicles } from "@/lib/vehicles/queries";

const words = planning.resources;
export const metadata = { title: words.title };

/** Tours are planned this far ahead. */
const HORIZON_DAYS = 120;

export default page("office.resources.view", async ({ scope, query, path, echo, notice, now }) => {
  const today = civilDateOf(now);
  const [kits, staff, vehicles, absences] = [await listKits(scope), await listStaff(scope), await listVehicles(scope), await listAbsences(scope)];
  const tours = await listTours(scope, { from: today, until: addDays(today, HORIZON_DAYS) });
  const entered = absences.find(({ id }) => id === query.entered);
  const gaps = tours.filter(({ warnings }) => warnings.some(({ code }) => code === "crew.released" || code === "tour.kitMissing" || code === "tour.vehicleMissing"));
  const hit = entered ? gaps.filter((tour) => isHitBy(tour, entered)) : [];
  const others = gaps.filter((tour) => !hit.includes(tour));
  return (
    <PageLayout title={words.title} lead={words.lead} notice={notice} width="wide">
      {entered ? (
        <Alert tone={hit.length > 0 ? "warning" : "info"} title={words.hitTitle}>
          {hit.length > 0 ? <TourLinks tours={hit} /> : <p>{words.hitNone}</p>}
        </Alert>
      ) : null}
      {others.length > 0 ? (
        <Alert tone="danger" title={words.gapsTitle}>
          <TourLinks tours={others} />
        </Alert>
      ) : null}
      <SplitLayout
        main={
          <>
            <Section title={words.absences}><Absences absences={absences} path={path} echo={echo} /></Section>
            <Section title={words.kits}><Kits kits={kits} absences={absences} /></Section>
            <Section title={words.staff}><Staff staff={staff} absences={absences} today={today} /></Section>
            <Section title={words.vehicles}><Vehicles vehicles={vehicles} absences={absences} /></Section>
          </>
        }
        aside={<Section title={words.enter} id="enter"><EntryForm kits={kits} staff={staff} vehicles={vehicles} today={today} path={path} echo={echo} /></Section>}
      />
    </PageLayout>
  );
});

/** Whether a tour has lost just this resource in just this time. */
function isHitBy(tour: TourView, { resource, from, until }: ReservationLine): boolean {
  const lost = [tour.kit, tour.vehicle].filter(({ isHeld }) => !isHeld).map(({ id }) => id);
  const absent = tour.crew.filter(({ isHeld }) => !isHeld).map(({ staffId }) => staffId);
  return [...lost, ...absent].includes(resource.id) && overlaps({ from, until }, { from: tour.departsAt, until: tour.returnsAt });
}

function TourLinks({ tours }: { readonly tours: readonly TourView[] }) {
  return (
    <ul>
      {tours.map((tour) => (
        <li key={tour.id}>
          <TextLink href={`/office/tours/${tour.id}`}>{words.tour(tour.reference, tour.date)}</TextLink>: {tour.warnings.map(warningText).join(", ")}
        </li>
      ))}
    </ul>
  );
}
