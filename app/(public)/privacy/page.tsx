import type { Metadata } from "next";
import { PageLayout } from "@/app/_ui/page-layout";
import { PrintButton } from "@/app/_ui/print-button";
import { TextLink } from "@/app/_ui/text-link";
import { TextSections } from "@/app/_ui/text-sections";
import { publicPage } from "@/app/_shell/page";
import { common } from "@/lib/messages/common";
import { privacySections } from "@/lib/messages/privacy-notice";
import { noticeSections, noticeTitles, noticeWords } from "@/lib/messages/privacy-notices";
import { publicPages } from "@/lib/messages/public";
import { isNoticeKind, noticeKinds, noticePath, subjectKindOf } from "@/lib/privacy/notices";
import { publicPeriods } from "@/lib/retention/queries";

const { privacy } = publicPages;

export const metadata: Metadata = { title: privacy.title };

/** The privacy notices (Art. 13 and 14 GDPR): one for each kind of person who is visited or works with the portal, or all of it on one page. */
export default publicPage(async ({ query, notice }) => {
  const periods = await publicPeriods();
  const kind = isNoticeKind(query.about) ? query.about : null;
  const sections = kind ? noticeSections(kind, periods) : privacySections(periods);
  return (
    <PageLayout title={kind ? `${privacy.title}: ${noticeTitles[kind]}` : privacy.title} lead={privacy.lead} notice={notice} breadcrumb={kind ? [{ href: "/privacy", label: privacy.title }] : []}>
      {kind ? (
        <>
          <PrintButton label={common.print.button} />
          {subjectKindOf(kind) === "resident" ? (
            <p>
              <TextLink href="/easy-language">{noticeWords.easy}</TextLink>
            </p>
          ) : null}
        </>
      ) : (
        <nav className="bk-contents" aria-labelledby="notices">
          <h2 id="notices">{noticeWords.chooseTitle}</h2>
          <p>{noticeWords.chooseText}</p>
          <ul>
            {noticeKinds.map((one) => (
              <li key={one}>
                <a href={noticePath(one)}>{noticeTitles[one]}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
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
