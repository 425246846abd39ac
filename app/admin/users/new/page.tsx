import { echoOf } from "@/app/_ui/field-state";
import { PageLayout } from "@/app/_ui/page-layout";
import { SelectField } from "@/app/_ui/select-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { Form } from "@/app/_shell/form";
import { page } from "@/app/_shell/page";
import { ROLES } from "@/lib/auth/types";
import { admin } from "@/lib/messages/admin";
import { roleLabels } from "@/lib/messages/roles";
import { accountChoices } from "@/lib/users/queries";

const words = admin.newUser;
export const metadata = { title: words.title };

export default page("admin.users.edit", async ({ scope, path, echo, notice }) => {
  const { facilities, staff } = await accountChoices(scope);
  const own = echoOf(echo, "users.invite");
  return (
    <PageLayout title={words.title} lead={words.lead} notice={notice} breadcrumb={[{ href: "/admin/users", label: admin.users.title }]}>
      <Form action="users.invite" from={path} echo={echo}>
        <TextField echo={own} name="displayName" label={words.name} hint={words.nameHint} required />
        <TextField echo={own} name="email" type="email" label={words.email} required spellCheck={false} />
        <SelectField echo={own} name="role" label={words.role} required options={ROLES.map((value) => ({ value, label: roleLabels[value] }))} />
        <SelectField echo={own} name="facilityId" label={words.facility} hint={words.facilityHint} emptyLabel={words.noFacility} options={facilities.map(({ id, name }) => ({ value: id, label: name }))} />
        <SelectField echo={own} name="staffId" label={words.staff} hint={words.staffHint} emptyLabel={words.noStaff} options={staff.map(({ id, name }) => ({ value: id, label: name }))} />
        <SubmitButton>{words.save}</SubmitButton>
      </Form>
    </PageLayout>
  );
});
