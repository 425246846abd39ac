import type { Metadata } from "next";
import { ContactFacts } from "@/app/_ui/contact-facts";
import { PageLayout } from "@/app/_ui/page-layout";
import { TextSections } from "@/app/_ui/text-sections";
import { officeContact } from "@/app/_shell/contact";
import { publicPage } from "@/app/_shell/page";
import { publicPages } from "@/lib/messages/public";

const { signLanguage } = publicPages;

export const metadata: Metadata = { title: signLanguage.title };

/** What people who sign can expect; there is no film yet, and the page says so. */
export default publicPage(async ({ notice }) => (
  <PageLayout title={signLanguage.title} lead={signLanguage.lead} notice={notice}>
    <TextSections sections={signLanguage.sections} after={{ questions: <ContactFacts contact={officeContact()} /> }} />
  </PageLayout>
));
