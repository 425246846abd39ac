import { notFound } from "next/navigation";
import { Alert } from "@/app/_ui/alert";
import { ButtonLink } from "@/app/_ui/button-link";
import { DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageLayout } from "@/app/_ui/page-layout";
import { Section } from "@/app/_ui/section";
import { Figures } from "@/app/admin/retention/figure-table";
import { Holds } from "@/app/admin/retention/hold-table";
import { page } from "@/app/_shell/page";
import { may } from "@/lib/auth/policy";
import { formatDate, formatTime } from "@/lib/messages/format";
import { retentionClassLabels, retentionPeriodText, retentionStartLabels, retentionWords as words } from "@/lib/messages/retention";
import { retentionClasses, retentionClassNames, type RetentionClass, type RetentionRule } from "@/lib/privacy/classes";
import { retentionOverview, type RetentionOverview } from "@/lib/retention/queries";
import type { RunDay } from "@/lib/retention/types";

export const metadata = { title: words.title };

export default page("admin.retention.view", async ({ actor, scope, path, echo, notice }) => {
  const overview = await retentionOverview(scope);
  if (!overview) notFound();
  const { runs, holds, figures, lastFinishedAt, isOverdue } = overview;
  const canEdit = may(actor.role, "admin.holds.edit");
  return (
    <PageLayout title={words.title} lead={words.lead} notice={notice} width="wide">
      {isOverdue ? (
        <Alert tone="danger" title={words.overdueTitle}>
          <p>{words.overdue(lastFinishedAt)}</p>
        </Alert>
      ) : lastFinishedAt ? (
        <p>{words.lastRun(lastFinishedAt)}</p>
      ) : null}
      <Section title={words.holdsTitle} actions={canEdit ? <ButtonLink href="/admin/retention/holds">{words.newHold}</ButtonLink> : null}>
        {canEdit ? null : <p>{words.reading}</p>}
        <Holds holds={holds} canEdit={canEdit} from={path} echo={echo} />
      </Section>
      <Section title={words.periodsTitle}>
        <DataTable
          caption={words.periodsCaption}
          hideCaption
          columns={[
            { key: "data", label: words.data },
            { key: "start", label: words.start },
            { key: "period", label: words.period },
            { key: "week", label: words.week, isNumeric: true },
            { key: "month", label: words.month, isNumeric: true },
            { key: "held", label: words.held, isNumeric: true },
          ]}
          rows={retentionClassNames.map((dataClass) => periodRow(dataClass, overview))}
        />
        <p>{words.source}</p>
      </Section>
      <Section title={words.runsTitle}>
        {runs.length === 0 ? (
          <EmptyState text={words.runsEmpty} />
        ) : (
          <DataTable
            caption={words.runsCaption}
            hideCaption
            columns={[
              { key: "day", label: words.runDay },
              { key: "end", label: words.runEnd },
              { key: "removed", label: words.runRemoved },
            ]}
            rows={runs.map((run) => ({ id: run.runOn, cells: { day: formatDate(run.runOn), end: run.finishedAt ? formatTime(run.finishedAt) : words.runOpen, removed: removedOf(run) } }))}
          />
        )}
      </Section>
      <Section title={words.figuresTitle}>
        <p>{words.figuresLead}</p>
        <Figures figures={figures} />
      </Section>
    </PageLayout>
  );
});

function periodRow(dataClass: RetentionClass, { parameters, runs }: RetentionOverview) {
  const rule: RetentionRule = retentionClasses[dataClass];
  const line = runs.find(({ finishedAt }) => finishedAt !== null)?.lines.find((one) => one.dataClass === dataClass);
  return {
    id: dataClass,
    cells: {
      data: retentionClassLabels[dataClass],
      start: retentionStartLabels[rule.start],
      period: retentionPeriodText(dataClass, parameters),
      week: line?.finishedAt ? String(line.dueInWeek) : "",
      month: line?.finishedAt ? String(line.dueInMonth) : "",
      held: line?.held ? String(line.held) : "",
    },
  };
}

function removedOf({ lines }: RunDay): string {
  const removed = lines.filter((line) => line.removed > 0);
  return removed.length === 0 ? words.runNothing : removed.map((line) => words.removedLine(retentionClassLabels[line.dataClass], line.removed)).join("; ");
}
