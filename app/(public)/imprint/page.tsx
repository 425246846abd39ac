import type { Metadata } from "next";
import { Alert } from "@/app/_ui/alert";
import { ContactFacts } from "@/app/_ui/contact-facts";
import { DescriptionList } from "@/app/_ui/description-list";
import { PageLayout } from "@/app/_ui/page-layout";
import { Section } from "@/app/_ui/section";
import { TextSections } from "@/app/_ui/text-sections";
import { officeContact } from "@/app/_shell/contact";
import { publicPage } from "@/app/_shell/page";
import { env } from "@/lib/env";
import { publicPages } from "@/lib/messages/public";

const { imprint, start } = publicPages;

export const metadata: Metadata = { title: imprint.title };

/** Who answers for the portal (§ 5 DDG). */
export default publicPage(async ({ notice }) => (
  <PageLayout title={imprint.title} lead={imprint.lead} notice={notice}>
    {env().mode === "demo" ? (
      <Alert tone="info" title={imprint.demoTitle}>
        <p>{imprint.demoText}</p>
      </Alert>
    ) : null}
    <DescriptionList rows={imprint.facts} />
    <Section title={start.contactTitle}>
      <ContactFacts contact={officeContact()} />
    </Section>
    <TextSections sections={imprint.sections} />
  </PageLayout>
));
