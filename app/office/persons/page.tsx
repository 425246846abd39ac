import { DataTable } from "@/app/_ui/data-table";
import { DateField } from "@/app/_ui/date-field";
import { echoOf } from "@/app/_ui/field-state";
import { PageLayout } from "@/app/_ui/page-layout";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { TextLink } from "@/app/_ui/text-link";
import { Form } from "@/app/_shell/form";
import { page } from "@/app/_shell/page";
import { formatDateNumeric } from "@/lib/messages/format";
import { subjectWords as words } from "@/lib/messages/subjects";
import { subjectsOf } from "@/lib/subjects/queries";
import type { SubjectLine } from "@/lib/subjects/types";

export const metadata = { title: words.title };

/** Whoever asks for his or her rights is found by the whole name and the birth date; the address of the answer holds ids alone. */
export default page("office.persons.view", async ({ scope, path, query, echo, notice }) => {
  const found = await subjectsOf(scope, (query.found ?? "").split("."));
  const own = echoOf(echo, "subjects.find");
  return (
    <PageLayout title={words.title} lead={words.lead} notice={notice}>
      {found.length > 0 ? <Found people={found} /> : null}
      <Section title={words.findTitle}>
        <p>{words.findHint}</p>
        <Form action="subjects.find" from={path} echo={echo}>
          <TextField echo={own} name="lastName" label={words.lastName} required maxLength={100} spellCheck={false} autoComplete="off" />
          <TextField echo={own} name="firstNames" label={words.firstNames} required maxLength={100} spellCheck={false} autoComplete="off" />
          <DateField echo={own} name="bornOn" label={words.bornOn} required />
          <SubmitButton>{words.find}</SubmitButton>
        </Form>
      </Section>
    </PageLayout>
  );
});

function Found({ people }: { readonly people: readonly SubjectLine[] }) {
  return (
    <Section title={words.foundTitle}>
      <p>{words.foundText}</p>
      <DataTable
        caption={words.foundCaption}
        hideCaption
        columns={[
          { key: "name", label: words.name },
          { key: "facility", label: words.facility },
          { key: "state", label: words.state },
        ]}
        rows={people.map(({ id, firstNames, lastName, facilityName, goneOn }) => ({
          id,
          cells: {
            name: (
              <TextLink href={`/office/persons/${id}`}>
                <bdi>
                  {firstNames} {lastName}
                </bdi>
              </TextLink>
            ),
            facility: facilityName,
            state: goneOn ? words.gone(formatDateNumeric(goneOn)) : words.listed,
          },
        }))}
      />
    </Section>
  );
}
