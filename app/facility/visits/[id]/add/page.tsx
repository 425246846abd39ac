import { notFound } from "next/navigation";
import { Card } from "@/app/_ui/card";
import { Checkbox } from "@/app/_ui/checkbox";
import { echoOf } from "@/app/_ui/field-state";
import { Hidden } from "@/app/_ui/hidden";
import { PageLayout } from "@/app/_ui/page-layout";
import { RadioGroup } from "@/app/_ui/radio-group";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { Form, formName } from "@/app/_shell/form";
import { page } from "@/app/_shell/page";
import { ListName, listName } from "@/app/facility/name";
import { announcedDate, peopleToAdd } from "@/lib/joining/queries";
import { joiningServices } from "@/lib/joining/types";
import { formatDate, formatDateNumeric } from "@/lib/messages/format";
import { labels } from "@/lib/messages/labels";
import { facilityVisit } from "@/lib/messages/facility";
import { addToVisitWords as words } from "@/lib/messages/visit-people";
import { civilDateOf } from "@/lib/time/calendar";
import { visitVerbsFrom } from "@/lib/visits/rules";

export const metadata = { title: words.title };

/** Somebody of the list joins an announced visit. */
export default page("facility.visits.people", async ({ actor, scope, now, params, query, path, echo, notice }) => {
  const visit = await announcedDate(scope, params.id);
  if (!visit || !visitVerbsFrom(visit.state).includes("changePeople")) notFound();
  const on = formatDate(civilDateOf(visit.startsAt));
  const only = query.found?.split(".") ?? null;
  const people = await peopleToAdd(actor, only, civilDateOf(now));
  return (
    <PageLayout title={words.title} lead={words.lead(on)} notice={notice} breadcrumb={[{ href: `/facility/visits/${visit.id}`, label: facilityVisit.title(on) }]}>
      <Form action="visits.findPerson" from={path} echo={echo}>
        <Hidden name="id" value={visit.id} />
        <TextField echo={echoOf(echo, "visits.findPerson")} name="name" type="search" label={words.search} required maxLength={100} autoComplete="off" spellCheck={false} />
        <SubmitButton variant="secondary">{words.find}</SubmitButton>
      </Form>
      <Section title={only ? words.foundTitle : words.needTitle}>
        {people.length === 0 ? <p>{only ? words.busy : words.nobody}</p> : null}
        {people.map((person) => {
          const own = echoOf(echo, formName("visits.add", person.id));
          const prefix = `add-${person.id}`;
          return (
            <Card key={person.id} title={<ListName {...person} />} preline={words.born(formatDateNumeric(person.bornOn))} tone="surface">
              <Form action="visits.add" from={path} echo={echo} version={visit.version} instance={person.id} idPrefix={prefix} label={listName(person)}>
                <Hidden name="id" value={visit.id} />
                <Hidden name="resident" value={person.id} />
                <RadioGroup echo={own} idPrefix={prefix} name="service" label={words.service} options={joiningServices.map((value) => ({ value, label: labels.service[value] }))} defaultValue="ID_CARD" isInline required />
                <Checkbox echo={own} idPrefix={prefix} name="informed" label={words.informed} required />
                <SubmitButton context={listName(person)}>{words.submit}</SubmitButton>
              </Form>
            </Card>
          );
        })}
      </Section>
    </PageLayout>
  );
});
