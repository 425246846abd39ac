import { ButtonLink } from "@/app/_ui/button-link";
import { ButtonRow } from "@/app/_ui/button-row";
import { DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { Hidden } from "@/app/_ui/hidden";
import { PageLayout } from "@/app/_ui/page-layout";
import { Pagination } from "@/app/_ui/pagination";
import { StatusTag } from "@/app/_ui/status-tag";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextLink } from "@/app/_ui/text-link";
import { pageNumber, withQuery } from "@/app/_shell/current";
import { Form } from "@/app/_shell/form";
import { page } from "@/app/_shell/page";
import { listMailOrders } from "@/lib/mail-orders/queries";
import { mailStates, type MailOrderLine, type MailState } from "@/lib/mail-orders/types";
import { formatDateTime } from "@/lib/messages/format";
import { mailErrorSentences, mailKindLabels, mailReply, mailStateLabels } from "@/lib/messages/mail-log";
import { office } from "@/lib/messages/office";

const words = office.mails;
const TONE = { PENDING: "info", SENT: "success", FAILED: "danger" } as const satisfies Record<MailState, string>;
export const metadata = { title: words.title };

export default page("office.mails.view", async ({ scope, query, path, echo, notice }) => {
  const state = mailStates.find((one) => one === query.state);
  const result = await listMailOrders(scope, { ...(state ? { state } : {}), page: pageNumber(query.page) });
  return (
    <PageLayout title={words.title} lead={words.lead} notice={notice} width="wide">
      <ButtonRow>
        <ButtonLink href="/office/mails" size="small" variant={state ? "tertiary" : "secondary"}>{words.filterAll}</ButtonLink>
        {mailStates.map((one) => (
          <ButtonLink key={one} href={`/office/mails?state=${one}`} size="small" variant={state === one ? "secondary" : "tertiary"}>
            {mailStateLabels[one]}
          </ButtonLink>
        ))}
      </ButtonRow>
      {result.lines.length === 0 ? (
        <EmptyState text={words.empty} />
      ) : (
        <DataTable
          caption={words.caption}
          isDense
          columns={[
            { key: "kind", label: words.kind },
            { key: "to", label: words.to },
            { key: "about", label: words.about },
            { key: "state", label: words.state },
            { key: "when", label: words.when },
            { key: "resend", label: words.resend, isAction: true },
          ]}
          rows={result.lines.map((line) => ({
            id: line.id,
            isMarked: line.state === "FAILED",
            cells: {
              kind: mailKindLabels[line.kind],
              to: line.toAddress,
              about: <About line={line} />,
              state: <State line={line} />,
              when: formatDateTime(line.sentAt ?? line.createdAt),
              resend: line.canBeResent ? (
                <Form action="mails.resend" from={path} echo={echo} instance={line.id}>
                  <Hidden name="id" value={line.id} />
                  <SubmitButton size="small" variant="tertiary" context={`${mailKindLabels[line.kind]}, ${line.toAddress}`}>{words.resend}</SubmitButton>
                </Form>
              ) : null,
            },
          }))}
        />
      )}
      <Pagination page={result.page} pageCount={result.pageCount} hrefOf={(number) => withQuery(path, { page: String(number) })} />
    </PageLayout>
  );
});

function About({ line }: { readonly line: MailOrderLine }) {
  const href = line.visitId ? `/office/visits/${line.visitId}` : line.requestId ? `/office/requests/${line.requestId}` : null;
  return href && line.reference ? <TextLink href={href}>{line.reference}</TextLink> : null;
}

function State({ line }: { readonly line: MailOrderLine }) {
  return (
    <>
      <StatusTag tone={TONE[line.state]} label={mailStateLabels[line.state]} size="small" />
      {line.lastError ? (
        <p>
          {mailErrorSentences[line.lastError.code]}
          {line.lastError.reply ? ` (${mailReply(line.lastError.reply)})` : ""}
        </p>
      ) : null}
      {line.attempts > 1 || line.lastError ? <p>{words.attempts(line.attempts)}</p> : null}
      {line.nextAttemptAt && line.lastError ? <p>{words.nextAttempt(formatDateTime(line.nextAttemptAt))}</p> : null}
    </>
  );
}
