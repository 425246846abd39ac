import { notFound } from "next/navigation";
import { DescriptionList } from "@/app/_ui/description-list";
import { PageLayout } from "@/app/_ui/page-layout";
import { Section } from "@/app/_ui/section";
import { TextLink } from "@/app/_ui/text-link";
import { page } from "@/app/_shell/page";
import { actorText, detailsOf } from "@/app/admin/audit/line";
import { auditEntryDetail } from "@/lib/audit/queries";
import { auditActionLabels, auditEntryWords as words, auditSubjectLabels, auditWords } from "@/lib/messages/audit";
import { formatDateTime } from "@/lib/messages/format";

export const metadata = { title: words.title };

export default page("admin.audit.view", async ({ actor, params, notice }) => {
  const found = await auditEntryDetail(actor, params.id);
  if (!found) notFound();
  const { line, place, hash } = found;
  return (
    <PageLayout title={auditActionLabels[line.action]} lead={formatDateTime(line.at)} breadcrumb={[{ href: "/admin/audit", label: auditWords.title }]} notice={notice}>
      <DescriptionList
        rows={[
          { term: auditWords.who, value: actorText(line) },
          ...(line.actorUserId ? [{ term: words.actor, value: <TextLink href={`/admin/audit?about=${line.actorUserId}`}><code className="bk-code">{line.actorUserId}</code></TextLink> }] : []),
          { term: auditWords.subject, value: auditSubjectLabels[line.subjectKind] },
          ...(line.facilityId ? [{ term: auditWords.facility, value: line.facilityName ?? line.facilityId }] : []),
          ...detailsOf(line),
          { term: words.id, value: <code className="bk-code">{line.id}</code> },
          { term: words.place, value: place === null ? words.waiting : String(place) },
          ...(hash ? [{ term: words.hash, value: <code className="bk-code">{hash}</code> }] : []),
        ]}
      />
      <Section title={words.aboutTitle}>
        {line.subjectIds.length === 0 ? (
          <p>{words.nobody}</p>
        ) : (
          <>
            <p>{words.aboutText}</p>
            <ul>
              {line.subjectIds.map((id) => (
                <li key={id}><TextLink href={`/admin/audit/about/${id}`}><code className="bk-code">{id}</code></TextLink></li>
              ))}
            </ul>
          </>
        )}
      </Section>
    </PageLayout>
  );
});
