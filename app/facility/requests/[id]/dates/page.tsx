import { notFound } from "next/navigation";
import { CheckboxGroup } from "@/app/_ui/checkbox-group";
import { echoOf } from "@/app/_ui/field-state";
import { Hidden } from "@/app/_ui/hidden";
import { PageLayout } from "@/app/_ui/page-layout";
import { SubmitButton } from "@/app/_ui/submit-button";
import { Form } from "@/app/_shell/form";
import { page } from "@/app/_shell/page";
import { BlockedFields, spanOf, WishFields } from "@/app/facility/requests/[id]/dates/date-fields";
import { daysToTick } from "@/lib/drafts/queries";
import { blockedRows, wishRows } from "@/lib/drafts/schema";
import { requestPages as words } from "@/lib/messages/facility-requests";
import { formatDate } from "@/lib/messages/format";
import { isEditable, viewRequest } from "@/lib/requests/queries";

export const metadata = { title: words.datesTitle };

export default page("facility.requests.edit", async ({ actor, scope, params, path, echo, notice }) => {
  const request = await viewRequest(actor, params.id);
  if (!request || !isEditable(request)) notFound();
  const own = echoOf(echo, "requests.setWishes");
  const ticked = request.wishes.filter((wish) => spanOf(wish) === "WHOLE_DAY");
  // What was once ticked stays to be ticked, when later days are offered meanwhile.
  const days = [...new Set([...(await daysToTick(scope)), ...ticked.map(({ date }) => date)])].sort();
  const typed = request.wishes.filter((wish) => !ticked.includes(wish));
  const { blocked } = request;
  return (
    <PageLayout
      title={words.datesTitle}
      lead={words.datesLead}
      notice={notice}
      breadcrumb={[
        { href: "/facility/requests", label: words.listTitle },
        { href: `/facility/requests/${request.id}`, label: words.title(request.reference) },
      ]}
    >
      <Form action="requests.setWishes" from={path} echo={echo} version={request.version}>
        <Hidden name="id" value={request.id} />
        <CheckboxGroup echo={own} name="days" label={words.suggested} hint={words.suggestedHint} hideOptional options={days.map((value) => ({ value, label: formatDate(value) }))} defaultValues={ticked.map(({ date }) => date)} />
        {/* A refused form comes back unfolded: what was typed and what is wrong with it stay in sight. */}
        <details open={own !== null || typed.length > 0}>
          <summary>{words.otherWishes}</summary>
          {wishRows.map((row) => (
            <WishFields key={row} row={row} wish={typed[row - 1]} echo={own} />
          ))}
        </details>
        <details open={own !== null || blocked.length > 0}>
          <summary>{words.noTimesTitle}</summary>
          <p>{words.blockedLead}</p>
          {blockedRows.map((row) => (
            <BlockedFields key={row} row={row} time={blocked[row - 1]} echo={own} />
          ))}
        </details>
        <SubmitButton>{words.save}</SubmitButton>
      </Form>
    </PageLayout>
  );
});
