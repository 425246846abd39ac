import type { Metadata } from "next";
import { ContactFacts } from "@/app/_ui/contact-facts";
import { PageLayout } from "@/app/_ui/page-layout";
import { Section } from "@/app/_ui/section";
import { TextSections } from "@/app/_ui/text-sections";
import { officeContact } from "@/app/_shell/contact";
import { publicPage } from "@/app/_shell/page";
import { publicPages } from "@/lib/messages/public";

const { english } = publicPages;

export const metadata: Metadata = { title: english.documentTitle };

/** What this is, in English; the frame around it stays German. */
export default publicPage(async () => (
  <PageLayout title={english.title} lead={english.lead} lang="en">
    <TextSections sections={english.sections} />
    <Section title={english.contactTitle}>
      <p>{english.contactText}</p>
      <ContactFacts contact={officeContact()} labels={{ phone: english.phone, mail: english.mail, hours: english.hours }} />
    </Section>
  </PageLayout>
));
