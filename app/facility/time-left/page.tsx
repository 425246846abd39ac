import { ButtonLink } from "@/app/_ui/button-link";
import { ButtonRow } from "@/app/_ui/button-row";
import { EmptyState } from "@/app/_ui/empty-state";
import { echoOf, fieldId } from "@/app/_ui/field-state";
import { PageLayout } from "@/app/_ui/page-layout";
import { Pagination } from "@/app/_ui/pagination";
import { SelectField } from "@/app/_ui/select-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { pageNumber, withQuery } from "@/app/_shell/current";
import { Form } from "@/app/_shell/form";
import { page } from "@/app/_shell/page";
import { TimeLeftTable } from "@/app/facility/time-left";
import { timeLeft as words } from "@/lib/messages/time-left";
import { PERSONS_PER_PAGE } from "@/lib/residents/queries";
import { timeLeftPage, type TimeLeftPage } from "@/lib/time-left/queries";
import { selectionOf } from "@/lib/time-left/rules";
import { timeBands, timeLeftGroups, timeLeftOrders, type TimeLeftSelection } from "@/lib/time-left/types";

export const metadata = { title: words.title };

export default page("facility.releases.view", async ({ actor, now, query, path, echo, notice }) => {
  const selection = selectionOf(query);
  const list = await timeLeftPage(actor, selection, pageNumber(query.page), PERSONS_PER_PAGE, now);
  const own = echoOf(echo, "requests.draft");
  return (
    <PageLayout title={words.title} lead={words.lead} notice={notice} width="wide">
      <Filters selection={selection} counts={list.counts} />
      {list.lines.length === 0 ? (
        <EmptyState text={words.nobody} />
      ) : (
        <Form action="requests.draft" from={path} echo={echo}>
          <div id={fieldId("residents")} tabIndex={-1}>
            <TimeLeftTable caption={words.caption(list.found)} lines={list.lines} today={list.today} parameters={list.parameters} picked={own?.values.residents ?? []} />
          </div>
          <p>{words.askHint}</p>
          <SubmitButton name="press" value="NEXT">{words.ask}</SubmitButton>
        </Form>
      )}
      <Pagination page={list.page} pageCount={list.pageCount} hrefOf={(number) => withQuery(path, { page: String(number) })} />
    </PageLayout>
  );
});

function Filters({ selection, counts }: { readonly selection: TimeLeftSelection; readonly counts: TimeLeftPage["counts"] }) {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const bands = [{ value: "ALL", label: words.allBands(all) }, ...timeBands.map((value) => ({ value, label: words.bandCount(words.bands[value], counts[value]) }))];
  const isChosen = selection.band !== null || selection.group !== "ALL" || selection.order !== "RELEASE";
  return (
    <form method="get" action="/facility/time-left" className="bk-form">
      <SelectField echo={null} hideOptional name="band" label={words.band} emptyLabel={null} defaultValue={selection.band ?? "ALL"} options={bands} />
      <SelectField echo={null} hideOptional name="group" label={words.group} emptyLabel={null} defaultValue={selection.group} options={timeLeftGroups.map((value) => ({ value, label: words.groups[value] }))} />
      <SelectField echo={null} hideOptional name="order" label={words.order} emptyLabel={null} defaultValue={selection.order} options={timeLeftOrders.map((value) => ({ value, label: words.orders[value] }))} />
      <ButtonRow>
        <SubmitButton variant="secondary">{words.show}</SubmitButton>
        {isChosen ? <ButtonLink href="/facility/time-left" variant="tertiary">{words.reset}</ButtonLink> : null}
      </ButtonRow>
    </form>
  );
}
