import { notFound } from "next/navigation";
import { DateField } from "@/app/_ui/date-field";
import { echoOf } from "@/app/_ui/field-state";
import { FormGrid } from "@/app/_ui/form-grid";
import { Hidden } from "@/app/_ui/hidden";
import { PageLayout } from "@/app/_ui/page-layout";
import { SelectField } from "@/app/_ui/select-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TimeField } from "@/app/_ui/time-field";
import { Form } from "@/app/_shell/form";
import { page } from "@/app/_shell/page";
import { requestPages as words, spanLabels } from "@/lib/messages/facility-requests";
import { formatMinutes } from "@/lib/messages/format";
import { isEditable, viewRequest } from "@/lib/requests/queries";
import { spanMinutes, wishRows, wishSpans, type WishSpan } from "@/lib/requests/schema";
import type { WishWindow } from "@/lib/requests/types";

export const metadata = { title: words.datesTitle };

export default page("facility.requests.edit", async ({ actor, params, path, echo, notice }) => {
  const request = await viewRequest(actor, params.id);
  if (!request || !isEditable(request)) notFound();
  const own = echoOf(echo, "requests.setWishes");
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
        {wishRows.map((row) => {
          const wish = request.wishes[row - 1];
          const span = wish ? spanOf(wish) : "WHOLE_DAY";
          const isOwn = span === "OWN" && wish !== undefined;
          return (
            <fieldset key={row} className="bk-wish">
              <legend>
                <strong>{words.wish(row)}</strong>
              </legend>
              <FormGrid>
                <DateField echo={own} name={`wish${row}`} label={words.day} defaultValue={wish?.date} hideOptional />
                <SelectField echo={own} name={`span${row}`} label={words.span} options={wishSpans.map((value) => ({ value, label: spanLabels[value] }))} emptyLabel={null} defaultValue={span} hideOptional />
              </FormGrid>
              <FormGrid>
                <TimeField echo={own} name={`from${row}`} label={words.from} defaultValue={isOwn ? formatMinutes(wish.fromMinutes) : null} hideOptional />
                <TimeField echo={own} name={`until${row}`} label={words.until} defaultValue={isOwn ? formatMinutes(wish.untilMinutes) : null} hideOptional />
              </FormGrid>
            </fieldset>
          );
        })}
        <SubmitButton>{words.save}</SubmitButton>
      </Form>
    </PageLayout>
  );
});

/** The name of a span; what none of the names fits is an own time. */
function spanOf({ fromMinutes, untilMinutes }: WishWindow): WishSpan {
  const named = Object.entries(spanMinutes).find(([, span]) => span.fromMinutes === fromMinutes && span.untilMinutes === untilMinutes);
  return (named?.[0] as WishSpan | undefined) ?? "OWN";
}
