import { ButtonLink } from "@/app/_ui/button-link";
import { ButtonRow } from "@/app/_ui/button-row";
import { DescriptionList } from "@/app/_ui/description-list";
import { PageLayout } from "@/app/_ui/page-layout";
import { Section } from "@/app/_ui/section";
import { TaskLine, TaskLines } from "@/app/_ui/task-line";
import { page } from "@/app/_shell/page";
import { inbox, officeToday } from "@/lib/intake/queries";
import { formatDateTime } from "@/lib/messages/format";
import { office } from "@/lib/messages/office";
import { reviewCount } from "@/lib/review/queries";

const words = office.home;
const MOST_PRESSING = 3;
export const metadata = { title: words.title };

export default page("office.home", async ({ scope, notice }) => {
  const [today, waiting] = [await officeToday(scope), await inbox(scope)];
  const upset = await reviewCount(scope);
  const isEmpty = upset + today.undecided + today.toPlan + today.unannounced + today.dateQuestions.length + today.failedMails === 0;
  return (
    <PageLayout title={words.title} lead={words.lead} notice={notice}>
      <TaskLines title={words.tasks} isEmpty={isEmpty} emptyText={words.nothing}>
        {today.dateQuestions.map(({ id, facilityName, startsAt }) => (
          <TaskLine key={id} href={`/office/visits/${id}`} verb={words.answerDate} what={words.dateWhat(facilityName, startsAt ? formatDateTime(startsAt) : "")} />
        ))}
        {upset > 0 ? <TaskLine href="/office/review" verb={words.review} what={words.reviewWhat(upset)} /> : null}
        {today.undecided > 0 ? <TaskLine href="/office/inbox" verb={words.decide} what={words.decideWhat(today.undecided)} daysLeft={waiting[0]?.daysLeft ?? null} /> : null}
        {today.toPlan > 0 ? <TaskLine href="/office/board" verb={words.plan} what={words.planWhat(today.toPlan)} /> : null}
        {today.unannounced > 0 ? <TaskLine href="/office/board" verb={words.announce} what={words.announceWhat(today.unannounced)} /> : null}
        {today.failedMails > 0 ? <TaskLine href="/office/mails?state=FAILED" verb={words.checkMails} what={words.mailsWhat(today.failedMails)} /> : null}
      </TaskLines>
      {waiting.length > 0 ? (
        <TaskLines title={words.mostPressing} isEmpty={false}>
          {waiting.slice(0, MOST_PRESSING).map((line) => (
            <TaskLine
              key={line.id}
              href={`/office/requests/${line.id}`}
              verb={`${line.reference} · ${line.facilityName}`}
              what={office.inbox.persons(line.persons)}
              daysLeft={line.daysLeft}
            />
          ))}
        </TaskLines>
      ) : null}
      <Section title={words.watch}>
        <DescriptionList
          isCompact
          rows={[
            { term: words.unconfirmed, value: String(today.unconfirmed), change: { href: "/office/board", label: words.look } },
            { term: words.questioned, value: String(today.questioned), change: { href: "/office/inbox", label: words.look } },
            { term: words.awaitedCards, value: String(today.awaitedCards), change: { href: "/office/cards", label: words.look } },
          ]}
        />
        <ButtonRow>
          <ButtonLink href="/office/board">{words.openBoard}</ButtonLink>
          <ButtonLink href="/office/inbox" variant="secondary">{words.openInbox}</ButtonLink>
        </ButtonRow>
      </Section>
    </PageLayout>
  );
});
