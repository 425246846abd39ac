import { notFound } from "next/navigation";
import { PageLayout } from "@/app/_ui/page-layout";
import { PrintSheet } from "@/app/_ui/print-sheet";
import { whole } from "@/app/_ui/whole";
import { notesOf, serviceLabel } from "@/app/field/visits/[id]/person-card";
import { officeContact } from "@/app/_shell/contact";
import { page } from "@/app/_shell/page";
import { fieldTour, type FieldStop } from "@/lib/appointments/queries";
import { field } from "@/lib/messages/field";
import { formatDate, formatDateNumeric, formatDateTime, formatTime, formatTimeRange } from "@/lib/messages/format";
import { labels } from "@/lib/messages/labels";

const words = field.sheet;
export const metadata = { title: words.title };

/** The day on paper: every stop with its people, to be ticked off by hand where there is no network. */
export default page("field.tours.view", async ({ actor, params, notice, now }) => {
  const tour = await fieldTour(actor, params.id);
  if (!tour) notFound();
  return (
    <PageLayout title={`${words.title} ${tour.reference}`} notice={notice} width="wide" breadcrumb={[{ href: `/field/tours/${tour.id}`, label: field.tour.title(tour.reference) }]}>
      <PrintSheet
        title={`${words.title} ${tour.reference}`}
        subtitle={formatDate(tour.tourOn)}
        facts={[
          { term: field.tour.departs, value: words.time(formatTime(tour.departsAt)) },
          { term: field.tour.returns, value: words.time(formatTime(tour.returnsAt)) },
          { term: field.tour.kit, value: tour.kitLabel },
          { term: field.tour.vehicle, value: tour.vehicleLabel },
          { term: field.tour.crew, value: tour.crew.join(", ") },
        ]}
        printedAt={formatDateTime(now)} contact={officeContact()}
      >
        {tour.stops.length === 0 ? <p>{field.tour.noStops}</p> : tour.stops.map((stop) => <StopSheet key={stop.visitId} stop={stop} />)}
        <h2>{words.equipment}</h2>
        <ul className="bk-sheet__ticks">
          {tour.components.map(({ kind, inventoryTag }) => (
            <li key={inventoryTag}>
              {words.device(labels.component[kind])} <span className="bk-muted">{whole(inventoryTag)}</span>
            </li>
          ))}
        </ul>
      </PrintSheet>
    </PageLayout>
  );
});

function StopSheet({ stop }: { readonly stop: FieldStop }) {
  const { place, contact, site } = stop;
  const house = site ? [site.room, site.accessNote, site.parking].filter((text) => text !== "") : [];
  return (
    <section className="bk-sheet__stop">
      <h2>
        {whole(stop.startsAt && stop.endsAt ? `${formatTimeRange(stop.startsAt, stop.endsAt)} · ` : "")}
        {place.name}
      </h2>
      <p>
        {place.address} · {words.contact}: {contact.name}, {whole(contact.phone)} · {field.stop.code} {stop.visitCode}
      </p>
      {house.length > 0 ? <p>{house.join(" · ")}</p> : null}
      {stop.crewNote ? <p>{stop.crewNote}</p> : null}
      <div className="bk-sheet__table" role="region" tabIndex={0} aria-label={place.name}>
        <table>
          <caption className="bk-sr">{place.name}</caption>
          <thead>
            <tr>
              <th scope="col">{words.turn}</th>
              <th scope="col">{words.person}</th>
              <th scope="col">{words.service}</th>
              <th scope="col">{words.notes}</th>
              <th scope="col">{words.result}</th>
            </tr>
          </thead>
          <tbody>
            {stop.persons.map((person) => (
              <tr key={person.residentId}>
                <td>{person.turnAt ? formatTime(person.turnAt) : ""}</td>
                <th scope="row">
                  <bdi>{person.label}</bdi>
                  <br />
                  <span className="bk-sheet__aside">{words.born(formatDateNumeric(person.bornOn))}</span>
                </th>
                <td>{person.appointments.map(serviceLabel).join(", ")}</td>
                <td>{notesOf(person).join(", ")}</td>
                <td>
                  {words.resultOptions.map((option) => (
                    <div key={option} className="bk-sheet__tick">{option}</div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
