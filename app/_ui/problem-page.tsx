import { common } from "@/lib/messages/common";
import { ButtonLink } from "./button-link";
import { ButtonRow } from "./button-row";
import { ContactFacts } from "./contact-facts";
import { AppFrame } from "./frame";
import { PageLayout } from "./page-layout";

/** What is shown when a page could not be made: what happened, what it means, what to do. */
export function ProblemPage({ digest, onRetry }: { readonly digest?: string; readonly onRetry?: () => void }) {
  return (
    <AppFrame>
      <PageLayout title={common.problem.errorTitle} lead={common.problem.errorText}>
        <p>{common.problem.errorNext}</p>
        <ContactFacts contact={common.contact} />
        {digest ? <p className="bk-muted bk-small">{common.problem.errorCode} {digest}</p> : null}
        <ButtonRow>
          {onRetry ? (
            <button className="kern-btn kern-btn--primary" type="button" onClick={onRetry}>
              <span className="kern-label">{common.problem.retry}</span>
            </button>
          ) : null}
          <ButtonLink href="/home" variant="secondary">{common.frame.toStart}</ButtonLink>
        </ButtonRow>
      </PageLayout>
    </AppFrame>
  );
}
