import { notFound } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button-link";
import { DescriptionList } from "@/app/_ui/description-list";
import { PageLayout } from "@/app/_ui/page-layout";
import { Section } from "@/app/_ui/section";
import { CorrectForm, RestrictForm, RestrictionInForce } from "@/app/office/persons/[id]/rights-forms";
import { page } from "@/app/_shell/page";
import { formatDateNumeric } from "@/lib/messages/format";
import { subjectWords as words } from "@/lib/messages/subjects";
import { subjectOf } from "@/lib/subjects/queries";

export const metadata = { title: words.title };

/** What a person concerned may ask for, each with what the office does about it. */
export default page("office.persons.view", async ({ scope, params, path, echo, notice }) => {
  const person = await subjectOf(scope, params.id);
  if (!person) notFound();
  const name = (
    <bdi>
      {person.firstNames} {person.lastName}
    </bdi>
  );
  const forms = { person, from: path, echo };
  return (
    <PageLayout title={name} notice={notice} breadcrumb={[{ href: "/office/persons", label: words.title }]}>
      <DescriptionList
        rows={[
          { term: words.bornOn, value: formatDateNumeric(person.bornOn) },
          { term: words.facility, value: person.facilityName },
          { term: words.state, value: person.goneOn ? words.gone(formatDateNumeric(person.goneOn)) : words.listed },
        ]}
      />
      <Section title={words.disclosureTitle}>
        <p>{words.disclosureText}</p>
        <ButtonLink href={`/office/persons/${person.id}/disclosure`}>{words.disclose}</ButtonLink>
        <p className="bk-muted">{words.accessesHint}</p>
      </Section>
      <Section title={words.correctTitle}>
        <p>{words.correctText}</p>
        <CorrectForm {...forms} />
      </Section>
      <Section title={words.restrictTitle}>{person.restriction ? <RestrictionInForce restriction={person.restriction} from={path} echo={echo} /> : <RestrictForm {...forms} />}</Section>
    </PageLayout>
  );
});
