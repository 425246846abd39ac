import { notFound } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button-link";
import { ButtonRow } from "@/app/_ui/button-row";
import { DescriptionList } from "@/app/_ui/description-list";
import { PageLayout } from "@/app/_ui/page-layout";
import { Section } from "@/app/_ui/section";
import { page } from "@/app/_shell/page";
import { fieldTourOfVisit, type FieldAppointment, type FieldStop } from "@/lib/appointments/queries";
import { may } from "@/lib/auth/policy";
import { correctionRefusal, correctorOf } from "@/lib/corrections/rules";
import { field } from "@/lib/messages/field";
import { formatTimeRange } from "@/lib/messages/format";
import { labels } from "@/lib/messages/labels";
import { FieldPersonCard } from "./person-card";

const words = field.stop;
export const metadata = { title: field.sheet.stop };

/** One stop on one screen: how to get there, whom to call, what to know about the house, the people in order. */
export default page("field.tours.view", async ({ actor, params, path, echo, notice }) => {
  const tour = await fieldTourOfVisit(actor, params.id);
  const stop = tour?.stops.find(({ visitId }) => visitId === params.id);
  if (!tour || !stop) notFound();
  const isRecording = tour.state === "UNDERWAY" && may(actor.role, "field.outcomes.record");
  const by = correctorOf(actor.role);
  const isCorrectable = ({ outcome, isRecordedToday }: FieldAppointment): boolean => outcome !== null && by !== null && correctionRefusal({ by, tourState: tour.state, isRecordedToday }) === null;
  const { place, contact } = stop;
  return (
    <PageLayout
      title={place.name}
      lead={stop.startsAt && stop.endsAt ? formatTimeRange(stop.startsAt, stop.endsAt) : undefined}
      notice={notice}
      breadcrumb={[{ href: `/field/tours/${tour.id}`, label: field.tour.title(tour.reference) }]}
    >
      <p>{place.address}</p>
      <ButtonRow>
        <ButtonLink href={`geo:${place.latitude},${place.longitude}?q=${encodeURIComponent(place.address)}`} variant="secondary">{words.navigate}</ButtonLink>
        <ButtonLink href={`tel:${contact.phone.replace(/[^+\d]/g, "")}`} variant="secondary">
          {words.call}: {contact.name}
        </ButtonLink>
      </ButtonRow>
      <p>
        {words.code}: <strong className="bk-visit-code">{stop.visitCode}</strong> · {words.codeHint}
      </p>
      <Section title={words.persons}>
        {isRecording || tour.state !== "PLANNED" ? null : <p>{words.notStarted}</p>}
        {stop.persons.map((person) => (
          <FieldPersonCard key={person.residentId} person={person} isRecording={isRecording} isCorrectable={isCorrectable} path={path} echo={echo} />
        ))}
      </Section>
      <Section title={words.house}>
        <DescriptionList isCompact rows={houseRows(stop)} />
      </Section>
    </PageLayout>
  );
});

function houseRows({ site, crewNote }: FieldStop) {
  const yesNo = (value: boolean): string => (value ? words.yes : words.no);
  const rows = site
    ? [
        { term: words.room, value: site.room },
        { term: words.access, value: site.accessNote },
        { term: words.parking, value: site.parking },
        { term: words.table, value: yesNo(site.hasTable) },
        { term: words.socket, value: yesNo(site.hasSocket) },
        { term: words.stepFree, value: yesNo(site.hasStepFreeWay) },
        { term: words.reception, value: labels.mobileReception[site.mobileReception] },
      ]
    : [];
  return [...rows.filter(({ value }) => value !== ""), ...(crewNote ? [{ term: words.note, value: crewNote }] : [])];
}
