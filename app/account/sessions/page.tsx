import { DataTable } from "@/app/_ui/data-table";
import { Hidden } from "@/app/_ui/hidden";
import { PageLayout } from "@/app/_ui/page-layout";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { Form } from "@/app/_shell/form";
import { page } from "@/app/_shell/page";
import { ownSessions, type OwnSession } from "@/lib/auth/queries";
import { env } from "@/lib/env";
import { formatDateTime } from "@/lib/messages/format";
import { account, sessions as words } from "@/lib/messages/login";
import { roleLabels } from "@/lib/messages/roles";

export const metadata = { title: words.title };

const COLUMNS = [
  { key: "device", label: words.device },
  { key: "role", label: words.role },
  { key: "started", label: words.started },
  { key: "used", label: words.used },
  { key: "end", label: words.end, isAction: true },
];

export default page("account.sessions.view", async ({ actor, scope, path, notice, echo }) => {
  const sessions = await ownSessions(scope);
  const others = sessions.filter(({ id }) => id !== actor.sessionId);
  const { idleMinutes, sessionHours } = env().signIn;
  const endOf = (session: OwnSession) =>
    session.id === actor.sessionId ? (
      <Form action="account.signOut" from={path} className="bk-inline-form">
        <SubmitButton size="small" variant="secondary">{words.signOut}</SubmitButton>
      </Form>
    ) : (
      <Form action="account.endSession" from={path} echo={echo} instance={session.id} className="bk-inline-form">
        <Hidden name="sessionId" value={session.id} />
        <SubmitButton size="small" variant="secondary" context={`${words.deviceOf(session.device)}, ${formatDateTime(session.startedAt)}`}>{words.end}</SubmitButton>
      </Form>
    );
  return (
    <PageLayout title={words.title} lead={words.lead} notice={notice} breadcrumb={[{ href: "/account", label: account.title }]} width="wide">
      <DataTable
        caption={words.title}
        hideCaption
        columns={COLUMNS}
        rows={sessions.map((session) => ({
          id: session.id,
          isMarked: session.id === actor.sessionId,
          cells: {
            device: (
              <>
                {words.deviceOf(session.device)}
                {session.id === actor.sessionId ? <strong> ({words.current})</strong> : null}
              </>
            ),
            role: session.facilityName ?? roleLabels[session.role],
            started: formatDateTime(session.startedAt),
            used: formatDateTime(session.lastUsedAt),
            end: endOf(session),
          },
        }))}
      />
      {others.length > 0 ? (
        <Section title={words.othersTitle}>
          <p>{words.othersText}</p>
          <Form action="account.endOthers" from={path} echo={echo}>
            <SubmitButton variant="secondary">{words.endOthers}</SubmitButton>
          </Form>
        </Section>
      ) : (
        <p>{words.noOthers}</p>
      )}
      <p>{words.times(idleMinutes, sessionHours)}</p>
    </PageLayout>
  );
});
