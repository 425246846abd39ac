import { ButtonLink } from "@/app/_ui/button-link";
import { CheckboxGroup } from "@/app/_ui/checkbox-group";
import { EmptyState } from "@/app/_ui/empty-state";
import { echoOf } from "@/app/_ui/field-state";
import { PageLayout } from "@/app/_ui/page-layout";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextLink } from "@/app/_ui/text-link";
import { Form } from "@/app/_shell/form";
import { page } from "@/app/_shell/page";
import { listName } from "@/app/facility/name";
import { rosterHint } from "@/app/facility/roster-hint";
import { personPages } from "@/lib/messages/facility-persons";
import { requestPages as words } from "@/lib/messages/facility-requests";
import { roster } from "@/lib/residents/queries";

export const metadata = { title: words.newTitle };

const addHref = `/facility/residents/new?${new URLSearchParams({ back: "/facility/requests/new" })}`;

export default page("facility.requests.edit", async ({ actor, query, path, echo, notice }) => {
  const people = await roster(actor);
  const chosen = (query.people ?? "").split(",");
  return (
    <PageLayout title={words.newTitle} lead={words.newLead} notice={notice} breadcrumb={[{ href: "/facility/requests", label: words.listTitle }]}>
      {people.length === 0 ? (
        <EmptyState text={words.nobody}>
          <ButtonLink href={addHref}>{personPages.add}</ButtonLink>
        </EmptyState>
      ) : (
        <>
          <Form action="requests.draft" from={path} echo={echo}>
            <CheckboxGroup
              echo={echoOf(echo, "requests.draft")}
              name="residents"
              label={words.who}
              hint={words.whoHint}
              required
              options={people.map((person) => ({ value: person.id, label: listName(person), hint: rosterHint(person) }))}
              defaultValues={chosen}
            />
            <SubmitButton>{words.makeDraft}</SubmitButton>
          </Form>
          <p>
            <TextLink href={addHref}>{personPages.add}</TextLink>
          </p>
        </>
      )}
    </PageLayout>
  );
});
