import { notFound } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button-link";
import { PageLayout } from "@/app/_ui/page-layout";
import { DisclosureSheet } from "@/app/disclosure-sheet";
import { page } from "@/app/_shell/page";
import { disclosureOfResident } from "@/lib/disclosures/queries";
import { disclosureWords as words, documentOf } from "@/lib/messages/disclosure";
import { subjectWords } from "@/lib/messages/subjects";
import { subjectOf } from "@/lib/subjects/queries";

export const metadata = { title: words.title };

/** Everything that is stored about one person, and nobody else (Art. 15 GDPR). */
export default page("office.persons.disclose", async ({ actor, scope, params, notice }) => {
  const person = await subjectOf(scope, params.id);
  const disclosure = person && (await disclosureOfResident(actor, person.id));
  if (!disclosure) notFound();
  const back = `/office/persons/${person.id}`;
  const name = `${person.firstNames} ${person.lastName}`;
  return (
    <PageLayout
      title={words.title}
      notice={notice}
      breadcrumb={[{ href: "/office/persons", label: subjectWords.title }, { href: back, label: name }]}
      actions={<ButtonLink href={`${back}/disclosure/download`} variant="secondary">{words.download}</ButtonLink>}
    >
      <DisclosureSheet document={documentOf(disclosure)} name={name} />
    </PageLayout>
  );
}, { fresh: true });
