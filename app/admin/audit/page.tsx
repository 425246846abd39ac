import { Alert } from "@/app/_ui/alert";
import { ButtonLink } from "@/app/_ui/button-link";
import { ButtonRow } from "@/app/_ui/button-row";
import { DescriptionList } from "@/app/_ui/description-list";
import { EmptyState } from "@/app/_ui/empty-state";
import { FormGrid } from "@/app/_ui/form-grid";
import type { Option } from "@/app/_ui/option";
import { PageLayout } from "@/app/_ui/page-layout";
import { Pagination } from "@/app/_ui/pagination";
import { Section } from "@/app/_ui/section";
import { SelectField } from "@/app/_ui/select-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { pageNumber, withQuery } from "@/app/_shell/current";
import { page } from "@/app/_shell/page";
import { AuditTable } from "@/app/admin/audit/line";
import { chainSummary } from "@/lib/audit/check";
import { filterOf, queryOf, type AuditFilter } from "@/lib/audit/filter";
import { auditActors, auditLog, EXPORT_LIMIT } from "@/lib/audit/queries";
import { AUDIT_GROUPS, AUDIT_KINDS, AUDIT_SUBJECTS } from "@/lib/audit/types";
import { auditActionLabels, auditFilterFaults, auditGroupLabels, auditSubjectLabels, auditWords as words } from "@/lib/messages/audit";
import { formatDateNumeric, formatDateTime } from "@/lib/messages/format";

export const metadata = { title: words.title };

const KIND_OPTIONS: readonly Option[] = AUDIT_GROUPS.flatMap((group) => {
  const label = auditGroupLabels[group];
  return [{ value: group as string, label: words.groupAll(label), group: label }, ...AUDIT_KINDS[group].map((kind) => ({ value: kind as string, label: auditActionLabels[kind], group: label }))];
});

export default page("admin.audit.view", async ({ actor, scope, query, path, notice }) => {
  const { filter, faults } = filterOf(query);
  const log = await auditLog(actor, filter, pageNumber(query.page));
  const actors = await auditActors(scope);
  const chain = await chainSummary(scope);
  return (
    <PageLayout title={words.title} lead={words.lead} notice={notice} width="wide">
      {faults.map((fault) => <Alert key={fault} tone="warning" title={auditFilterFaults[fault]} role="alert" />)}
      <FilterForm filter={filter} actors={actors} typed={query} />
      {log.lines.length === 0 || faults.length > 0 ? <EmptyState text={words.empty} /> : <AuditTable lines={log.lines} caption={words.caption(log.count)} />}
      {faults.length > 0 ? null : <Pagination page={log.page} pageCount={log.pageCount} hrefOf={(number) => withQuery(path, { page: String(number) })} />}
      {log.count === 0 || faults.length > 0 ? null : (
        <Section title={words.exportTitle}>
          <p>{log.count > EXPORT_LIMIT ? words.exportTooMany(log.count, EXPORT_LIMIT) : words.exportText(log.count)}</p>
          {log.count > EXPORT_LIMIT ? null : (
            <ButtonRow>
              <ButtonLink href={`/admin/audit/export/csv${queryOf(filter)}`} variant="secondary">{words.csv}</ButtonLink>
              <ButtonLink href={`/admin/audit/export/jsonl${queryOf(filter)}`} variant="secondary">{words.jsonl}</ButtonLink>
            </ButtonRow>
          )}
        </Section>
      )}
      {chain ? (
        <Section title={words.chainTitle}>
          {chain.check ? <Alert tone={chain.check.faults === 0 ? "success" : "danger"} title={chain.check.faults === 0 ? words.chainWhole : words.chainBroken(chain.check.faults)} /> : <p>{words.chainNever}</p>}
          <DescriptionList
            rows={[
              ...(chain.check ? [{ term: words.chainChecked, value: formatDateTime(chain.check.at) }, { term: words.chainCount, value: words.chainFigure(chain.check.checked) }] : []),
              ...(chain.head && chain.anchoredAt ? [{ term: words.chainHead, value: <><code className="bk-code">{chain.head}</code><br />{formatDateTime(chain.anchoredAt)}. {words.chainHint}</> }] : []),
            ]}
          />
        </Section>
      ) : null}
    </PageLayout>
  );
});

type FilterFormProps = { readonly filter: AuditFilter; readonly actors: readonly { readonly id: string; readonly name: string }[]; readonly typed: Readonly<Record<string, string | undefined>> };

function FilterForm({ filter, actors, typed }: FilterFormProps) {
  const day = (name: "from" | "until"): string => (filter[name] ? formatDateNumeric(filter[name]) : (typed[name] ?? ""));
  return (
    <form method="get" action="/admin/audit">
      <FormGrid>
        <TextField echo={null} hideOptional name="from" label={words.from} hint={words.dayHint} maxLength={10} width={10} autoComplete="off" defaultValue={day("from")} />
        <TextField echo={null} hideOptional name="until" label={words.until} hint={words.dayHint} maxLength={10} width={10} autoComplete="off" defaultValue={day("until")} />
        <SelectField echo={null} hideOptional name="kind" label={words.kind} emptyLabel={words.all} defaultValue={filter.kind ?? ""} options={KIND_OPTIONS} />
        <SelectField echo={null} hideOptional name="who" label={words.who} emptyLabel={words.all} defaultValue={filter.who ?? ""} options={[{ value: "portal", label: words.portal }, ...actors.map(({ id, name }) => ({ value: id, label: name }))]} />
        <SelectField echo={null} hideOptional name="subject" label={words.subject} emptyLabel={words.all} defaultValue={filter.subject ?? ""} options={AUDIT_SUBJECTS.map((value) => ({ value, label: auditSubjectLabels[value] }))} />
        <TextField echo={null} hideOptional name="about" label={words.about} hint={words.aboutHint} maxLength={36} autoComplete="off" spellCheck={false} defaultValue={filter.about ?? typed.about ?? ""} />
      </FormGrid>
      <ButtonRow>
        <SubmitButton variant="secondary">{words.show}</SubmitButton>
        <ButtonLink href="/admin/audit" variant="tertiary">{words.reset}</ButtonLink>
      </ButtonRow>
    </form>
  );
}
