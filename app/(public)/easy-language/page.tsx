import type { Metadata } from "next";
import { ContactFacts } from "@/app/_ui/contact-facts";
import { PageLayout } from "@/app/_ui/page-layout";
import { Section } from "@/app/_ui/section";
import { TextSections } from "@/app/_ui/text-sections";
import { officeContact } from "@/app/_shell/contact";
import { publicPage } from "@/app/_shell/page";
import { publicPages } from "@/lib/messages/public";

const { easyLanguage } = publicPages;

export const metadata: Metadata = { title: easyLanguage.title };

/** What this is and how it is used, in Leichte Sprache (§ 4 BITV 2.0). */
export default publicPage(async ({ notice }) => (
  <PageLayout title={easyLanguage.title} lead={easyLanguage.lead} notice={notice}>
    <div className="bk-easy bk-stack-sections">
      <TextSections sections={easyLanguage.sections} />
      <Section title={easyLanguage.contactTitle}>
        <p>{easyLanguage.contactText}</p>
        <ContactFacts contact={officeContact()} />
      </Section>
    </div>
    <p className="bk-muted bk-small">{easyLanguage.note}</p>
  </PageLayout>
));
