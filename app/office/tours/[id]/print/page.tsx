import { notFound } from "next/navigation";
import { DataTable } from "@/app/_ui/data-table";
import { PageLayout } from "@/app/_ui/page-layout";
import { PrintSheet } from "@/app/_ui/print-sheet";
import { officeContact } from "@/app/_shell/contact";
import { page } from "@/app/_shell/page";
import type { TourView } from "@/lib/board/types";
import { formatDate, formatDateTime, formatTimeRange } from "@/lib/messages/format";
import { planning } from "@/lib/messages/planning";
import { tourDetail } from "@/lib/tours/queries";
import { stopNotes, type StopNotes } from "@/lib/visits/queries";

const words = planning.routeList;
export const metadata = { title: words.name };

export default page("office.tours.view", async ({ scope, params, now, notice }) => {
  const tour = await tourDetail(scope, params.id);
  if (!tour) notFound();
  const notes = await stopNotes(scope, tour.id);
  const facts = [
    { term: words.date, value: formatDate(tour.date) },
    { term: words.frame, value: formatTimeRange(tour.departsAt, tour.returnsAt) },
    { term: words.kit, value: tour.kit.label },
    { term: words.vehicle, value: `${tour.vehicle.label}, ${tour.vehicle.plate}` },
    { term: words.crew, value: tour.crew.filter(({ isHeld }) => isHeld).map(({ label }) => label).join(", ") },
  ];
  return (
    <PageLayout title={words.title(tour.reference)} breadcrumb={[{ href: `/office/tours/${tour.id}`, label: planning.tour.title(tour.reference) }]} notice={notice} width="wide">
      <PrintSheet title={words.title(tour.reference)} facts={facts} printedAt={formatDateTime(now)} contact={officeContact()}>
        {tour.stops.length === 0 ? <p>{planning.tour.noStops}</p> : <Route tour={tour} notes={new Map(notes.map((one) => [one.visitId, one]))} />}
      </PrintSheet>
    </PageLayout>
  );
});

function Route({ tour, notes }: { readonly tour: TourView; readonly notes: ReadonlyMap<string, StopNotes> }) {
  return (
    <DataTable
      caption={planning.tour.stops}
      hideCaption
      columns={[
        { key: "time", label: words.time },
        { key: "place", label: words.place },
        { key: "contact", label: words.contact },
        { key: "notes", label: words.notes },
      ]}
      rows={tour.stops.map((stop) => {
        const note = notes.get(stop.visitId);
        const { street, postalCode, city } = stop.address;
        return {
          id: stop.visitId,
          cells: {
            time: formatTimeRange(stop.startsAt, stop.endsAt),
            place: <Lines of={[stop.place.label, street, `${postalCode} ${city}`]} />,
            contact: note ? <Lines of={[note.facility.contactName, note.facility.contactPhone, `${words.code} ${note.visitCode}`]} /> : null,
            notes: note?.site ? <Lines of={[note.site.room, note.site.parking, note.site.accessNote, note.site.gateMinutes > 0 ? planning.visit.gateMinutes(note.site.gateMinutes) : ""]} /> : null,
          },
        };
      })}
    />
  );
}

function Lines({ of }: { readonly of: readonly string[] }) {
  return (
    <div>
      {of.filter((line) => line !== "").map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
