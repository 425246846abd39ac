import type { Metadata } from "next";
import { ContactFacts } from "@/app/_ui/contact-facts";
import { PageLayout } from "@/app/_ui/page-layout";
import { TextSections } from "@/app/_ui/text-sections";
import { officeContact } from "@/app/_shell/contact";
import { publicPage } from "@/app/_shell/page";
import { common } from "@/lib/messages/common";
import { publicPages } from "@/lib/messages/public";

const { accessibility } = publicPages;
const { feedbackMail, ombudsman } = accessibility;

export const metadata: Metadata = { title: accessibility.title };

/** The accessibility statement with its feedback mechanism (BITVNRW). */
export default publicPage(async ({ notice }) => (
  <PageLayout title={accessibility.title} lead={accessibility.lead} notice={notice}>
    <TextSections
      sections={accessibility.sections}
      after={{
        feedback: (
          <>
            <p>
              <a className="kern-btn kern-btn--primary" href={`mailto:${officeContact().mail}?subject=${encodeURIComponent(feedbackMail.subject)}`}>
                <span className="kern-label">{feedbackMail.label}</span>
              </a>
            </p>
            <ContactFacts contact={officeContact()} />
          </>
        ),
        ombudsman: (
          <ul className="bk-contact">
            <li>{ombudsman.name}</li>
            <li>
              {common.contact.mailLabel} <a href={`mailto:${ombudsman.mail}`}>{ombudsman.mail}</a>
            </li>
            <li>
              <a href={ombudsman.siteHref}>{ombudsman.site}</a>
            </li>
          </ul>
        ),
      }}
    />
  </PageLayout>
));
