import { Card } from "@/app/_ui/card";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageLayout } from "@/app/_ui/page-layout";
import { TextLink } from "@/app/_ui/text-link";
import { page } from "@/app/_shell/page";
import { LeftFinding, OpenFinding } from "@/app/office/review/finding";
import { formatRange } from "@/lib/messages/format";
import { review as words } from "@/lib/messages/review";
import { reviewQueue, type ReviewGroup } from "@/lib/review/queries";

export const metadata = { title: words.title };

export default page("office.review.view", async ({ actor, path, echo, notice }) => {
  const groups = await reviewQueue(actor);
  const open = groups.filter(({ findings }) => findings.some(({ left }) => left === null));
  const left = groups.flatMap((group) => group.findings.flatMap((finding) => (finding.left ? [{ group, finding, left: finding.left }] : [])));
  const forms = { path, echo };
  return (
    <PageLayout title={words.title} lead={words.lead} notice={notice}>
      {open.length === 0 ? <EmptyState text={words.none} /> : <p>{words.count(open.flatMap(({ findings }) => findings).filter((one) => one.left === null).length, open.length)}</p>}
      {open.map((group) => (
        <Card key={group.id} headingLevel={2} preline={whenOf(group)} title={<TextLink href={group.of === "TOUR" ? `/office/tours/${group.id}` : `/office/visits/${group.id}`}>{titleOf(group)}</TextLink>}>
          <ul className="bk-review">
            {group.findings.filter((one) => one.left === null).map((finding) => (
              <OpenFinding key={finding.names[0]} finding={finding} {...forms} />
            ))}
          </ul>
        </Card>
      ))}
      {left.length > 0 ? (
        <details>
          <summary>{words.leftTitle(left.length)}</summary>
          <ul className="bk-review">
            {left.map(({ group, finding, left: decision }) => (
              <LeftFinding key={decision.name} finding={finding} left={decision} about={`${titleOf(group)}, ${whenOf(group)}`} {...forms} />
            ))}
          </ul>
        </details>
      ) : null}
    </PageLayout>
  );
});

function titleOf({ of, reference, place }: ReviewGroup): string {
  const name = of === "TOUR" ? words.tour(reference) : words.visit(reference);
  return place === "" ? name : `${place} · ${name}`;
}

function whenOf({ span, date }: ReviewGroup): string {
  return span ? formatRange(span.from, span.until) : words.tourDay(date);
}
