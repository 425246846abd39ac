import { notFound } from "next/navigation";
import { PageLayout } from "@/app/_ui/page-layout";
import { PrintSheet } from "@/app/_ui/print-sheet";
import { whole } from "@/app/_ui/whole";
import { officeContact } from "@/app/_shell/contact";
import { page } from "@/app/_shell/page";
import { ListName } from "@/app/facility/name";
import { PreparationItems } from "@/app/facility/preparation";
import { personsAtVisit, windowOf } from "@/app/facility/visit-facts";
import { ownFacility, parametersOnDay, viewVisit } from "@/lib/facilities/queries";
import { facilityVisit as words } from "@/lib/messages/facility";
import { formatDate, formatDateNumeric, formatDateTime, formatTime } from "@/lib/messages/format";
import { labels } from "@/lib/messages/labels";
import { civilDateOf } from "@/lib/time/calendar";

export const metadata = { title: words.list };

/** The visit on paper for the ward: who is when, and what has to lie ready, to be ticked off. */
export default page("facility.visits.view", async ({ actor, scope, now, params, notice }) => {
  const facility = await ownFacility(scope);
  const visit = facility && (await viewVisit(actor, params.id));
  if (!facility || !visit || visit.state === "CANCELLED") notFound();
  const on = civilDateOf(visit.startsAt);
  const persons = personsAtVisit(visit, { kind: facility.kind, today: civilDateOf(now), parameters: await parametersOnDay(scope, on) });
  const { from, until } = windowOf(visit);
  return (
    <PageLayout title={words.list} notice={notice} width="wide" breadcrumb={[{ href: `/facility/visits/${visit.id}`, label: words.title(formatDate(on)) }]}>
      <PrintSheet
        title={words.title(formatDate(on))}
        subtitle={facility.name}
        facts={[
          { term: words.when, value: words.arrives(from, until) },
          { term: words.crew, value: visit.crew.join(", ") },
          { term: words.visitCode, value: visit.visitCode },
          ...(facility.site?.room ? [{ term: words.place, value: facility.site.room }] : []),
          { term: words.reference, value: visit.reference },
        ]}
        printedAt={formatDateTime(now)}
        contact={officeContact()}
      >
        <div className="bk-sheet__table" role="region" tabIndex={0} aria-label={words.list}>
          <table>
            <caption className="bk-sr">{words.list}</caption>
            <thead>
              <tr>
                <th scope="col">{words.listTime}</th>
                <th scope="col">{words.listPerson}</th>
                <th scope="col">{words.listServices}</th>
                <th scope="col">{words.listPrepare}</th>
                <th scope="col">{words.listReady}</th>
              </tr>
            </thead>
            <tbody>
              {persons.map((person) => (
                <tr key={person.residentId}>
                  <td>{whole(formatTime(person.turn.from))}</td>
                  <th scope="row">
                    <ListName {...person} />
                    <br />
                    <span className="bk-sheet__aside">{formatDateNumeric(person.bornOn)}</span>
                  </th>
                  <td>
                    {person.services.map((service) => labels.service[service]).join(", ")}
                    {person.mobility === "BEDSIDE" ? `, ${words.bedside}` : ""}
                  </td>
                  <td>{person.preparations.length > 0 ? <PreparationItems items={person.preparations} feeCents={person.judgement.fee.totalCents} /> : words.nothingToPrepare}</td>
                  <td>☐</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </PrintSheet>
    </PageLayout>
  );
});
