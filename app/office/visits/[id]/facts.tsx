import { DataTable } from "@/app/_ui/data-table";
import { Deadline } from "@/app/_ui/deadline";
import { DescriptionList } from "@/app/_ui/description-list";
import { Section } from "@/app/_ui/section";
import { StatusTag } from "@/app/_ui/status-tag";
import { TextLink } from "@/app/_ui/text-link";
import { Verdict } from "@/app/_ui/verdict";
import { formatDate, formatDateTime, formatDuration, formatMinuteRange, formatRange } from "@/lib/messages/format";
import { labels } from "@/lib/messages/labels";
import { mailKindLabels, mailStateLabels } from "@/lib/messages/mail-log";
import { blockedText, planning, wishText } from "@/lib/messages/planning";
import type { MailOrderLine } from "@/lib/mail-orders/types";
import { dateConflict } from "@/lib/requests/rules";
import { civilDateOf, type CivilDate } from "@/lib/time/calendar";
import type { VisitDetail } from "@/lib/visits/queries";

const words = planning.visit;

/** When, how long, for whom to plan. */
export function PlanFacts({ visit, today }: { readonly visit: VisitDetail; readonly today: CivilDate }) {
  const { plan, tour, endsAt } = visit;
  const conflict = plan.startsAt && endsAt && ["PLANNED", "ANNOUNCED"].includes(plan.state) ? dateConflict({ startsAt: plan.startsAt, endsAt }, plan, today) : null;
  return (
    <>
      {conflict ? <Verdict tone="warning" text={conflict === "BLOCKED" ? words.inBlockedTime : words.outsideWishes} /> : null}
      <DescriptionList
        rows={[
          { term: words.when, value: plan.startsAt && endsAt ? formatRange(plan.startsAt, endsAt) : words.notYet },
          { term: words.state, value: <StatusTag state={plan.state} /> },
          ...(tour ? [{ term: words.tour, value: <><TextLink href={`/office/tours/${tour.id}`}>{tour.reference}</TextLink> · {tour.kitLabel} · {tour.crew.join(", ")}</> }] : []),
          { term: words.length, value: <>{formatDuration(lengthOf(visit))}<br /><span className="bk-small bk-muted">{partsText(visit)}</span></> },
          { term: words.deadline, value: <DueOn visit={visit} /> },
          { term: words.wishes, value: plan.wishes.length > 0 ? plan.wishes.map(wishText).join(" · ") : words.noWishes },
          ...(plan.blocked.length > 0 ? [{ term: words.blocked, value: plan.blocked.map(blockedText).join(" · ") }] : []),
          { term: words.requests, value: visit.requests.map(({ id, reference }, index) => <span key={id}>{index > 0 ? ", " : ""}<TextLink href={`/office/requests/${id}`}>{reference}</TextLink></span>) },
        ]}
      />
    </>
  );
}

/** Days are counted while there is no date; a date tells whether it is in time. */
function DueOn({ visit: { plan } }: { readonly visit: VisitDetail }) {
  const { dueOn, daysLeft, startsAt } = plan;
  if (dueOn === null || daysLeft === null) return words.noDeadline;
  if (startsAt === null) return <>{formatDate(dueOn)} <Deadline daysLeft={daysLeft} hideBar /></>;
  return civilDateOf(startsAt) > dueOn ? `${formatDate(dueOn)}. ${words.afterDeadline}` : formatDate(dueOn);
}

/** A visit that stands has the length it was planned with; otherwise what its people need now. */
function lengthOf({ plan, endsAt }: VisitDetail): number {
  return plan.startsAt && endsAt ? Math.round((endsAt.getTime() - plan.startsAt.getTime()) / 60_000) : plan.stayMinutes;
}

/** R53 in words: "Aufbau 20, 3 Personen 75, am Bett 10, Abbau 15 Minuten". */
function partsText({ persons, parameters, gateMinutes, setupMinutes, packDownMinutes }: VisitDetail): string {
  const bedside = persons.filter(({ isBedside }) => isBedside).length * parameters.bedsideMinutes;
  const difficult = persons.filter(({ isDifficult }) => isDifficult).length * parameters.difficultyMinutes;
  const parts: readonly (readonly [string, number])[] = [
    [words.parts.gate, gateMinutes],
    [words.parts.setup, setupMinutes],
    [planning.persons(persons.length), persons.length * parameters.personMinutes],
    [words.parts.bedside, bedside],
    [words.parts.difficult, difficult],
    [words.parts.packDown, packDownMinutes],
  ];
  return parts.filter(([, minutes]) => minutes > 0).map(([label, minutes]) => `${label} ${planning.minutes(minutes)}`).join(" + ");
}

/** Where it is and whom to call. */
export function PlaceFacts({ visit: { plan, facility, visitCode, calendarSequence, hasCalendarEntry, announcedAt, confirmedAt } }: { readonly visit: VisitDetail }) {
  return (
    <DescriptionList
      isCompact
      rows={[
        { term: words.address, value: `${plan.address.street}, ${plan.address.postalCode} ${plan.address.city}` },
        { term: words.district, value: labels.district[plan.place.district] },
        { term: words.contact, value: <>{facility.contactName}<br /><a href={`tel:${facility.contactPhone.replace(/[^\d+]/g, "")}`}>{facility.contactPhone}</a><br /><a href={`mailto:${facility.contactEmail}`}>{facility.contactEmail}</a></> },
        { term: words.code, value: visitCode },
        ...(announcedAt ? [{ term: words.announced, value: formatDateTime(announcedAt) }] : []),
        ...(confirmedAt ? [{ term: words.confirmed, value: formatDateTime(confirmedAt) }] : []),
        { term: words.calendar, value: hasCalendarEntry ? words.calendarSent(calendarSequence) : words.calendarNone },
      ]}
    />
  );
}

/** The site sheet: what the room offers (R56) and how to get in. */
export function HouseFacts({ visit: { site, siteGaps } }: { readonly visit: VisitDetail }) {
  const yes = (value: boolean): string => (value ? words.yes : words.no);
  return (
    <Section title={words.house}>
      {site && siteGaps.length > 0 ? <Verdict tone={siteGaps.includes("RECEPTION_NONE") ? "stop" : "warning"} text={siteGaps.map((gap) => words.siteGap[gap]).join(" · ")} /> : null}
      {site ? (
        <DescriptionList
          isCompact
          rows={[
            { term: words.room, value: site.room || words.unknown },
            { term: words.table, value: yes(site.hasTable) },
            { term: words.socket, value: yes(site.hasSocket) },
            { term: words.photo, value: yes(site.hasPhotoSpace) },
            { term: words.stepFree, value: yes(site.hasStepFreeWay) },
            { term: words.reception, value: labels.mobileReception[site.mobileReception] },
            { term: words.parking, value: site.parking || words.unknown },
            { term: words.access, value: site.accessNote || words.unknown },
            ...(site.gateMinutes > 0 ? [{ term: words.gate, value: words.gateMinutes(site.gateMinutes) }] : []),
            { term: words.hours, value: formatMinuteRange(site.visitsFrom, site.visitsUntil) },
          ]}
        />
      ) : (
        <p>{words.houseNone}</p>
      )}
    </Section>
  );
}

/** What was sent about this visit, and whether it arrived. */
export function Mails({ mails }: { readonly mails: readonly MailOrderLine[] }) {
  return (
    <Section title={words.mails}>
      {mails.length === 0 ? (
        <p>{words.noMails}</p>
      ) : (
        <DataTable
          caption={words.mails}
          hideCaption
          isDense
          columns={[
            { key: "what", label: words.mailWhat },
            { key: "to", label: words.mailTo },
            { key: "at", label: words.mailAt },
            { key: "state", label: words.mailState },
          ]}
          rows={mails.map((mail) => ({
            id: mail.id,
            isMarked: mail.state === "FAILED",
            cells: { what: mailKindLabels[mail.kind], to: mail.toAddress, at: formatDateTime(mail.createdAt), state: mailStateLabels[mail.state] },
          }))}
        />
      )}
    </Section>
  );
}
