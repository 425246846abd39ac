import { DataTable } from "@/app/_ui/data-table";
import { PageLayout } from "@/app/_ui/page-layout";
import { notFound } from "next/navigation";
import { page } from "@/app/_shell/page";
import { CODE_MINUTES } from "@/lib/auth/commands";
import { env } from "@/lib/env";
import { admin, parameterValue } from "@/lib/messages/admin";
import { retentionOverview } from "@/lib/retention/queries";

const words = admin.retention;
export const metadata = { title: words.title };

export default page("admin.retention.view", async ({ scope, notice }) => {
  const overview = await retentionOverview(scope);
  if (!overview) notFound();
  const { parameters, casesDue, casesPastCap, rosterDue } = overview;
  return (
    <PageLayout title={words.title} lead={words.lead} notice={notice} width="wide">
      <DataTable
        caption={words.caption}
        columns={[
          { key: "data", label: words.data },
          { key: "start", label: words.start },
          { key: "period", label: words.period },
          { key: "due", label: words.due, isNumeric: true },
        ]}
        rows={[
          { id: "cases", cells: { data: words.cases, start: words.casesStart, period: parameterValue(parameters.retentionDays, "DAYS"), due: String(casesDue) } },
          { id: "visits", cells: { data: words.visits, start: words.visitsStart, period: parameterValue(parameters.retentionCapDays, "DAYS"), due: String(casesPastCap) } },
          { id: "roster", cells: { data: words.roster, start: words.rosterStart, period: parameterValue(parameters.rosterMonths, "MONTHS"), due: String(rosterDue) } },
          { id: "sessions", cells: { data: words.sessions, start: words.sessionsStart, period: words.sessionsPeriod(env().signIn.sessionHours), due: "" } },
          { id: "codes", cells: { data: words.codes, start: words.codesStart, period: parameterValue(CODE_MINUTES, "MINUTES"), due: "" } },
          { id: "forms", cells: { data: words.forms, start: words.formsStart, period: words.formsPeriod, due: "" } },
        ]}
      />
      <p>{words.dueNote}</p>
    </PageLayout>
  );
});
