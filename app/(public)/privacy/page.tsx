import type { Metadata } from "next";
import { PageLayout } from "@/app/_ui/page-layout";
import { TextSections } from "@/app/_ui/text-sections";
import { publicPage } from "@/app/_shell/page";
import { privacySections } from "@/lib/messages/privacy-notice";
import { publicPages } from "@/lib/messages/public";
import { publicPeriods } from "@/lib/retention/queries";

const { privacy } = publicPages;

export const metadata: Metadata = { title: privacy.title };

/** The privacy notice (Art. 13 and 14 GDPR), for the people visited and for the people who work with the portal. */
export default publicPage(async ({ notice }) => {
  const sections = privacySections(await publicPeriods());
  return (
  <PageLayout title={privacy.title} lead={privacy.lead} notice={notice}>
    <nav className="bk-contents" aria-labelledby="contents">
      <h2 id="contents">{privacy.contentsTitle}</h2>
      <ul>
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
    <TextSections sections={sections} />
    <p className="bk-muted">{privacy.stateOn}</p>
  </PageLayout>
  );
});
