import { ButtonLink } from "@/app/_ui/button-link";
import { EmptyState } from "@/app/_ui/empty-state";
import { echoOf } from "@/app/_ui/field-state";
import { PageLayout } from "@/app/_ui/page-layout";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextLink } from "@/app/_ui/text-link";
import { Form } from "@/app/_shell/form";
import { page } from "@/app/_shell/page";
import { pickedFrom, PersonPicker } from "@/app/facility/requests/person-picker";
import { personPages } from "@/lib/messages/facility-persons";
import { requestPages as words } from "@/lib/messages/facility-requests";
import { rosterPage } from "@/lib/residents/queries";

export const metadata = { title: words.newTitle };

const addHref = `/facility/residents/new?${new URLSearchParams({ back: "/facility/requests/new" })}`;

export default page("facility.requests.edit", async ({ actor, now, query, path, echo, notice }) => {
  const picked = pickedFrom(query);
  const list = await rosterPage(actor, picked, now);
  return (
    <PageLayout title={words.newTitle} lead={words.newLead} notice={notice} breadcrumb={[{ href: "/facility/requests", label: words.listTitle }]}>
      {list.all === 0 ? (
        <EmptyState text={words.nobody}>
          <ButtonLink href={addHref}>{personPages.add}</ButtonLink>
        </EmptyState>
      ) : (
        <>
          <Form action="requests.draft" from={path} echo={echo}>
            <PersonPicker echo={echoOf(echo, "requests.draft")} name="residents" label={words.who} hint={words.whoHint} required list={list} isSearch={picked.only !== null} />
            <SubmitButton name="press" value="NEXT">{words.save}</SubmitButton>
          </Form>
          <p>
            <TextLink href={addHref}>{personPages.add}</TextLink>
          </p>
        </>
      )}
    </PageLayout>
  );
});
