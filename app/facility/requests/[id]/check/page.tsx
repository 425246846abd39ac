import { notFound, redirect } from "next/navigation";
import { Alert } from "@/app/_ui/alert";
import { Checkbox } from "@/app/_ui/checkbox";
import { DescriptionList } from "@/app/_ui/description-list";
import { echoOf } from "@/app/_ui/field-state";
import { Hidden } from "@/app/_ui/hidden";
import { PageLayout } from "@/app/_ui/page-layout";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-area";
import { TextLink } from "@/app/_ui/text-link";
import { Form } from "@/app/_shell/form";
import { page } from "@/app/_shell/page";
import { PersonToCheck } from "@/app/facility/requests/[id]/check/person-to-check";
import { BlockedList, WishList } from "@/app/facility/requests/[id]/wish-list";
import { ownFacility } from "@/lib/facilities/queries";
import { requestPages as words } from "@/lib/messages/facility-requests";
import { formatEuro } from "@/lib/messages/format";
import { refusalSentence } from "@/lib/messages/refusals";
import { viewRequest } from "@/lib/requests/queries";
import { noticePath } from "@/lib/privacy/notices";

export const metadata = { title: words.checkTitle };

/** R65: everything on one page with a way to change it, and then an explicit press. */
export default page("facility.requests.send", async ({ actor, scope, params, path, echo, notice }) => {
  const facility = await ownFacility(scope);
  const request = facility && (await viewRequest(actor, params.id));
  if (!facility || !request) notFound();
  const requestPage = `/facility/requests/${request.id}`;
  // A second press, or the back button after sending: there is nothing to check any more.
  if (request.state !== "DRAFT") redirect(requestPage);
  const asked = request.persons.filter(({ services }) => services.length > 0);
  const totalCents = asked.reduce((sum, { judgement }) => sum + judgement.fee.totalCents, 0);
  const own = echoOf(echo, "requests.send");
  const site = { href: `/facility/site?back=${encodeURIComponent(path)}` };
  return (
    <PageLayout
      title={words.checkTitle}
      lead={words.checkLead}
      notice={notice}
      breadcrumb={[
        { href: "/facility/requests", label: words.listTitle },
        { href: requestPage, label: words.title(request.reference) },
      ]}
    >
      {request.refusals.length > 0 ? (
        <Alert tone="danger" title={words.blockedTitle}>
          <ul>
            {request.refusals.map((refusal) => {
              const sentence = refusalSentence(refusal);
              return <li key={`${sentence} ${"verdictCode" in refusal ? refusal.verdictCode : ""}`}>{sentence}</li>;
            })}
          </ul>
        </Alert>
      ) : null}
      <DescriptionList
        rows={[
          { term: words.wishes, value: <WishList wishes={request.wishes} />, change: { href: `${requestPage}/dates` } },
          ...(request.blocked.length > 0 ? [{ term: words.blocked, value: <BlockedList blocked={request.blocked} />, change: { href: `${requestPage}/dates` } }] : []),
          { term: words.house, value: `${facility.name}, ${facility.street}, ${facility.postalCode} ${facility.city}` },
          { term: words.room, value: facility.site?.room ?? "–", change: site },
          { term: words.contact, value: `${facility.contactName}, ${facility.contactPhone}`, change: site },
          { term: words.feeTotal, value: totalCents === 0 ? words.free : formatEuro(totalCents) },
        ]}
      />
      {asked.map((person) => (
        <PersonToCheck key={person.residentId} person={person} back={path} peopleHref={`${requestPage}/people`} />
      ))}
      {request.refusals.length === 0 ? (
        <Section title={words.sendTitle}>
          <Form action="requests.send" from={path} echo={echo} version={request.version}>
            <Hidden name="id" value={request.id} />
            <TextArea echo={own} name="note" label={words.note} hint={words.noteHint} defaultValue={request.facilityNote} rows={3} maxLength={2000} />
            <Checkbox echo={own} name="informed" label={words.informed} hint={<TextLink href={noticePath(facility.kind === "PRISON" ? "inmates" : "residents")}>{words.privacy}</TextLink>} required />
            <SubmitButton>{words.send}</SubmitButton>
          </Form>
        </Section>
      ) : null}
    </PageLayout>
  );
});
