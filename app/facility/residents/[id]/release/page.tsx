import { notFound } from "next/navigation";
import { DataTable } from "@/app/_ui/data-table";
import { DateField } from "@/app/_ui/date-field";
import { echoOf } from "@/app/_ui/field-state";
import { Hidden } from "@/app/_ui/hidden";
import { PageLayout } from "@/app/_ui/page-layout";
import { RadioGroup } from "@/app/_ui/radio-group";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { Form } from "@/app/_shell/form";
import { page } from "@/app/_shell/page";
import { Verdicts } from "@/app/facility/law";
import { ReleaseEffect } from "@/app/facility/residents/[id]/release/effect";
import { cardInTimeVerdicts, dutyVerdict, earlyReleaseVerdicts } from "@/lib/law/duty";
import { personPages } from "@/lib/messages/facility-persons";
import { formatDateTime } from "@/lib/messages/format";
import { labels } from "@/lib/messages/labels";
import { forecastKindLabels, releases as words } from "@/lib/messages/releases";
import { viewRelease, type ReleaseView } from "@/lib/releases/queries";
import { forecastKinds } from "@/lib/releases/types";

export const metadata = { title: words.metaTitle };

export default page("facility.releases.view", async ({ actor, params, query, path, echo, notice }) => {
  const release = await viewRelease(actor, params.id);
  if (!release) notFound();
  const { facts, today, parameters, forecasts } = release;
  const name = `${release.firstNames} ${release.lastName}`;
  const own = echoOf(echo, "releases.move");
  const isJustChanged = query.changed !== undefined && forecasts[0]?.id === query.changed;
  return (
    <PageLayout
      title={<bdi>{words.title(name)}</bdi>}
      lead={words.lead}
      notice={notice}
      breadcrumb={[{ href: "/facility/residents", label: personPages.listTitle }, { href: `/facility/residents/${release.id}`, label: name }]}
    >
      {isJustChanged ? <ReleaseEffect release={release} /> : null}
      <Section title={words.lawTitle}>
        <p>
          {words.custodyKind}: {facts.custody ? labels.custodyKind[facts.custody.kind] : ""}
        </p>
        <Verdicts verdicts={[dutyVerdict(facts, today, parameters), ...earlyReleaseVerdicts(facts.custody), ...cardInTimeVerdicts(facts.custody, today, parameters)]} />
      </Section>
      <Section title={words.formTitle}>
        <Form action="releases.move" from={path} echo={echo} version={release.version}>
          <Hidden name="id" value={release.id} />
          <DateField echo={own} name="releaseOn" label={words.releaseOn} hint={words.releaseHint} defaultValue={facts.custody?.releaseOn ?? null} />
          <RadioGroup echo={own} name="kind" label={words.kind} defaultValue={release.kind} options={forecastKinds.map((value) => ({ value, label: forecastKindLabels[value] }))} required />
          <SubmitButton>{words.submit}</SubmitButton>
        </Form>
      </Section>
      {isJustChanged ? null : <ReleaseEffect release={release} />}
      <History forecasts={forecasts} />
    </PageLayout>
  );
});

function History({ forecasts }: Pick<ReleaseView, "forecasts">) {
  return (
    <Section title={words.historyTitle}>
      {forecasts.length === 0 ? (
        <p>{words.historyNone}</p>
      ) : (
        <DataTable
          caption={words.historyCaption}
          hideCaption
          columns={[
            { key: "at", label: words.history.at },
            { key: "from", label: words.history.from },
            { key: "to", label: words.history.to },
            { key: "kind", label: words.history.kind },
            { key: "by", label: words.history.by },
          ]}
          rows={forecasts.map(({ id, at, by, from, to, kind }) => ({
            id,
            cells: { at: formatDateTime(at), from: words.short(from), to: words.short(to), kind: forecastKindLabels[kind], by: by ?? words.byGone },
          }))}
        />
      )}
    </Section>
  );
}
