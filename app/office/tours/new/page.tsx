import { Alert } from "@/app/_ui/alert";
import { DateField } from "@/app/_ui/date-field";
import { echoOf } from "@/app/_ui/field-state";
import { FormGrid } from "@/app/_ui/form-grid";
import { PageLayout } from "@/app/_ui/page-layout";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextLink } from "@/app/_ui/text-link";
import { TimeField } from "@/app/_ui/time-field";
import { CrewField, KitField, VehicleField } from "@/app/office/tours/resource-fields";
import { Form } from "@/app/_shell/form";
import { page } from "@/app/_shell/page";
import { dayResources } from "@/lib/board/queries";
import { schemaInput } from "@/lib/forms/read";
import type { FormEcho } from "@/lib/forms/types";
import { formatClosed } from "@/lib/messages/format";
import { planning } from "@/lib/messages/planning";
import { addDays, civilDateOf, daysBetween, isCivilDate, type CivilDate } from "@/lib/time/calendar";
import { isWorkingDay } from "@/lib/time/holidays";

const words = planning.newTour;
export const metadata = { title: words.title };

const DEFAULT_FROM = "8:00";
const DEFAULT_UNTIL = "13:00";
const MOST_DAYS_AWAY = 3660;

export default page("office.tours.plan", async ({ scope, query, path, echo, notice, now }) => {
  const today = civilDateOf(now);
  const own = echoOf(echo, "tours.make");
  const date = [typedDate(own), query.date].find((one): one is CivilDate => one !== undefined && isCivilDate(one) && Math.abs(daysBetween(today, one)) < MOST_DAYS_AWAY) ?? workingDay(today, 1);
  const resources = await dayResources(scope, date);
  const dayHref = (day: CivilDate): string => `/office/tours/new?${new URLSearchParams({ ...(query.kit ? { kit: query.kit } : {}), date: day })}`;
  return (
    <PageLayout title={words.title} lead={words.lead(date)} breadcrumb={[{ href: `/office/board?week=${date}`, label: planning.crumb }]} notice={notice}>
      <p>
        <TextLink href={dayHref(workingDay(date, -1))}>{words.previousDay}</TextLink> · <TextLink href={dayHref(workingDay(date, 1))}>{words.nextDay}</TextLink>
      </p>
      {resources.closed ? <Alert tone="warning" title={words.closed}><p>{formatClosed(resources.closed)}</p></Alert> : null}
      <Form action="tours.make" from={path} echo={echo}>
        <DateField echo={own} name="tourOn" label={words.date} defaultValue={date} required />
        <KitField echo={own} resources={resources} date={date} kitId={query.kit} />
        <VehicleField echo={own} resources={resources} date={date} vehicleId={resources.vehicles.find(({ taken }) => taken.length === 0)?.id} />
        <FormGrid>
          <TimeField echo={own} name="fromMinutes" label={words.from} defaultValue={DEFAULT_FROM} required />
          <TimeField echo={own} name="untilMinutes" label={words.until} defaultValue={DEFAULT_UNTIL} required />
        </FormGrid>
        <p className="bk-small bk-muted">{words.timesHint}</p>
        <CrewField echo={own} resources={resources} date={date} />
        <SubmitButton>{words.submit}</SubmitButton>
      </Form>
    </PageLayout>
  );
});

/** The day that was typed into the refused form: what is free is shown for that day. */
function typedDate(echo: FormEcho): string | undefined {
  const typed = echo ? schemaInput(echo.values).tourOn : undefined;
  return typeof typed === "string" ? typed : undefined;
}

/** The next working day (1) or the one before (-1). */
function workingDay(date: CivilDate, step: 1 | -1): CivilDate {
  let day = addDays(date, step);
  while (!isWorkingDay(day)) day = addDays(day, step);
  return day;
}
