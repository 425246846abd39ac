import { notFound } from "next/navigation";
import { Alert } from "@/app/_ui/alert";
import { DescriptionList } from "@/app/_ui/description-list";
import { echoOf } from "@/app/_ui/field-state";
import { Hidden } from "@/app/_ui/hidden";
import { PageLayout } from "@/app/_ui/page-layout";
import { Section } from "@/app/_ui/section";
import { SelectField } from "@/app/_ui/select-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { Form } from "@/app/_shell/form";
import { page } from "@/app/_shell/page";
import { may } from "@/lib/auth/policy";
import { ROLES } from "@/lib/auth/types";
import { admin } from "@/lib/messages/admin";
import { roleLabels } from "@/lib/messages/roles";
import { accountChoices, userDetail } from "@/lib/users/queries";

const words = admin.user;
export const metadata = { title: admin.users.title };

export default page("admin.users.view", async ({ actor, scope, params, path, echo, notice }) => {
  const user = await userDetail(scope, params.id);
  if (!user) notFound();
  const isOwn = user.id === actor.userId;
  const mayEdit = may(actor.role, "admin.users.edit") && !isOwn;
  const { facilities } = mayEdit ? await accountChoices(scope) : { facilities: [] };
  const common = { from: path, echo, version: user.version };
  const own = echoOf(echo, "users.addRole");
  return (
    <PageLayout title={user.displayName} notice={notice} breadcrumb={[{ href: "/admin/users", label: admin.users.title }]}>
      {isOwn ? <Alert tone="info" title={words.own} /> : null}
      <DescriptionList
        rows={[
          { term: admin.users.email, value: user.email },
          { term: admin.users.state, value: user.isDisabled ? admin.users.disabled : admin.users.open },
          { term: admin.users.sessions, value: String(user.openSessions) },
        ]}
      />
      <Section title={words.rolesTitle}>
        {user.memberships.length === 0 ? <p>{admin.users.noRole}</p> : null}
        <ul className="bk-plain-list">
          {user.memberships.map(({ id, role, facilityName, isLead }) => (
            <li key={id}>
              <p>
                {roleLabels[role]}
                {facilityName ? `, ${facilityName}` : ""}
                {isLead ? ` (${words.isLead})` : ""}
              </p>
              {mayEdit && facilityName && !isLead ? (
                <Form action="users.makeLead" {...common} instance={id}>
                  <Hidden name="id" value={user.id} />
                  <Hidden name="membershipId" value={id} />
                  <SubmitButton size="small" variant="secondary" context={facilityName}>{words.makeLead}</SubmitButton>
                </Form>
              ) : null}
              {mayEdit ? (
                <Form action="users.endRole" {...common} instance={id}>
                  <Hidden name="id" value={user.id} />
                  <Hidden name="membershipId" value={id} />
                  <SubmitButton size="small" variant="danger" context={`${roleLabels[role]} ${facilityName ?? ""}`}>{words.end}</SubmitButton>
                </Form>
              ) : null}
            </li>
          ))}
        </ul>
      </Section>
      {mayEdit ? (
        <>
          <Section title={words.addTitle}>
            <Form action="users.addRole" {...common}>
              <Hidden name="id" value={user.id} />
              <SelectField echo={own} name="role" label={admin.newUser.role} required options={ROLES.map((value) => ({ value, label: roleLabels[value] }))} />
              <SelectField echo={own} name="facilityId" label={admin.newUser.facility} hint={admin.newUser.facilityHint} emptyLabel={admin.newUser.noFacility} options={facilities.map(({ id, name }) => ({ value: id, label: name }))} />
              <SubmitButton variant="secondary">{words.add}</SubmitButton>
            </Form>
          </Section>
          {user.openSessions > 0 ? (
            <Section title={words.sessionsTitle}>
              <p>{words.sessionsText}</p>
              <Form action="users.endSessions" {...common}>
                <Hidden name="id" value={user.id} />
                <SubmitButton variant="secondary">{words.endSessions}</SubmitButton>
              </Form>
            </Section>
          ) : null}
          <Section title={user.isDisabled ? words.enableTitle : words.disableTitle}>
            <p>{user.isDisabled ? words.enableText : words.disableText}</p>
            <Form action={user.isDisabled ? "users.enable" : "users.disable"} {...common}>
              <Hidden name="id" value={user.id} />
              <SubmitButton variant={user.isDisabled ? "secondary" : "danger"}>{user.isDisabled ? words.enable : words.disable}</SubmitButton>
            </Form>
          </Section>
        </>
      ) : null}
    </PageLayout>
  );
});
