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
import type { FormEcho } from "@/lib/forms/types";
import { requestPages as words, spanLabels } from "@/lib/messages/facility-requests";
import { formatMinutes } from "@/lib/messages/format";
import { isEditable, viewRequest } from "@/lib/requests/queries";
import { spanMinutes, wishRows, wishSpans, type WishSpan } from "@/lib/drafts/schema";
import type { WishWindow } from "@/lib/requests/types";

export const metadata = { title: words.datesTitle };

/** So many are in sight at once; further ones are folded. */
const USUAL_WISHES = 2;

export default page("facility.requests.edit", async ({ actor, params, path, echo, notice }) => {
  const request = await viewRequest(actor, params.id);
  if (!request || !isEditable(request)) notFound();
  const own = echoOf(echo, "requests.setWishes");
  // A refused form comes back unfolded: what was typed and what is wrong with it stay in sight.
  const shown = own ? wishRows.length : Math.max(USUAL_WISHES, request.wishes.length);
  const field = (row: number) => <WishFields key={row} row={row} wish={request.wishes[row - 1]} echo={own} />;
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
        {wishRows.slice(0, shown).map(field)}
        {wishRows.length > shown ? (
          <details>
            <summary>{words.moreWishes}</summary>
            {wishRows.slice(shown).map(field)}
          </details>
        ) : null}
        <SubmitButton>{words.save}</SubmitButton>
      </Form>
    </PageLayout>
  );
});

/** One wish: a day, and when on it. */
function WishFields({ row, wish, echo }: { readonly row: number; readonly wish: WishWindow | undefined; readonly echo: FormEcho }) {
  const span = wish ? spanOf(wish) : "WHOLE_DAY";
  const isOwn = span === "OWN" && wish !== undefined;
  return (
    <fieldset className="bk-wish">
      <legend>
        <strong>{words.wish(row)}</strong>
      </legend>
      <FormGrid>
        <DateField echo={echo} name={`wish${row}`} label={words.day} defaultValue={wish?.date} hideOptional />
        <SelectField echo={echo} name={`span${row}`} label={words.span} options={wishSpans.map((value) => ({ value, label: spanLabels[value] }))} emptyLabel={null} defaultValue={span} hideOptional />
      </FormGrid>
      <FormGrid>
        <TimeField echo={echo} name={`from${row}`} label={words.from} defaultValue={isOwn ? formatMinutes(wish.fromMinutes) : null} hideOptional />
        <TimeField echo={echo} name={`until${row}`} label={words.until} defaultValue={isOwn ? formatMinutes(wish.untilMinutes) : null} hideOptional />
      </FormGrid>
    </fieldset>
  );
}

/** The name of a span; what none of the names fits is an own time. */
function spanOf({ fromMinutes, untilMinutes }: WishWindow): WishSpan {
  const named = Object.entries(spanMinutes).find(([, span]) => span.fromMinutes === fromMinutes && span.untilMinutes === untilMinutes);
  return (named?.[0] as WishSpan | undefined) ?? "OWN";
}
