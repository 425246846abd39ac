import { ButtonLink } from "@/app/_ui/button-link";
import { DataTable } from "@/app/_ui/data-table";
import { PageLayout } from "@/app/_ui/page-layout";
import { StatusTag } from "@/app/_ui/status-tag";
import { TextLink } from "@/app/_ui/text-link";
import { page } from "@/app/_shell/page";
import { may } from "@/lib/auth/policy";
import { admin } from "@/lib/messages/admin";
import { roleLabels } from "@/lib/messages/roles";
import { listUsers } from "@/lib/users/queries";

const words = admin.users;
export const metadata = { title: words.title };

export default page("admin.users.view", async ({ actor, scope, notice }) => {
  const users = await listUsers(scope);
  const invite = may(actor.role, "admin.users.edit") ? <ButtonLink href="/admin/users/new">{words.invite}</ButtonLink> : null;
  return (
    <PageLayout title={words.title} lead={words.lead} notice={notice} width="wide" actions={invite}>
      <DataTable
        caption={words.caption}
        hideCaption
        isDense
        columns={[
          { key: "name", label: words.name },
          { key: "email", label: words.email },
          { key: "roles", label: words.roles },
          { key: "state", label: words.state },
          { key: "sessions", label: words.sessions, isNumeric: true },
        ]}
        rows={users.map((user) => ({
          id: user.id,
          cells: {
            name: <TextLink href={`/admin/users/${user.id}`}>{user.displayName}</TextLink>,
            email: user.email,
            roles: user.memberships.map(({ role, facilityName }) => facilityName ?? roleLabels[role]).join(", ") || words.noRole,
            state: <StatusTag size="small" tone={user.isDisabled ? "danger" : "success"} label={user.isDisabled ? words.disabled : words.open} />,
            sessions: String(user.openSessions),
          },
        }))}
      />
    </PageLayout>
  );
});
