import { Card, CardGrid } from "@/app/_ui/card";
import { PageLayout } from "@/app/_ui/page-layout";
import { page } from "@/app/_shell/page";
import { admin } from "@/lib/messages/admin";
import { keyPage } from "@/lib/messages/keys";
import { navigation } from "@/lib/messages/navigation";
import { listUsers } from "@/lib/users/queries";

const words = admin.home;
export const metadata = { title: words.title };

export default page("admin.home", async ({ scope, notice }) => {
  const users = await listUsers(scope);
  const disabled = users.filter(({ isDisabled }) => isDisabled).length;
  return (
    <PageLayout title={words.title} lead={words.lead} notice={notice}>
      <CardGrid>
        <Card title={words.users} href="/admin/users" headingLevel={2}>
          <p>{words.usersText(users.length - disabled, disabled)}</p>
        </Card>
        <Card title={words.audit} href="/admin/audit" headingLevel={2}>
          <p>{words.auditText}</p>
        </Card>
        <Card title={words.retention} href="/admin/retention" headingLevel={2}>
          <p>{words.retentionText}</p>
        </Card>
        <Card title={words.parameters} href="/admin/parameters" headingLevel={2}>
          <p>{words.parametersText}</p>
        </Card>
        <Card title={navigation.keys} href="/admin/keys" headingLevel={2}>
          <p>{keyPage.cardText}</p>
        </Card>
      </CardGrid>
    </PageLayout>
  );
});
