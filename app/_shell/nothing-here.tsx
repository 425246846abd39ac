import { ButtonLink } from "@/app/_ui/button-link";
import { ButtonRow } from "@/app/_ui/button-row";
import { PageLayout } from "@/app/_ui/page-layout";
import { common } from "@/lib/messages/common";

/** No such page, or not for this person: both look the same. */
export function NothingHere() {
  return (
    <PageLayout title={common.problem.notFoundTitle} lead={common.problem.notFoundText}>
      <ButtonRow>
        <ButtonLink href="/home">{common.frame.toStart}</ButtonLink>
      </ButtonRow>
    </PageLayout>
  );
}

/** The page is there, but nobody could say afterwards that it was shown, so it is not. */
export function NotShown() {
  return (
    <PageLayout title={common.problem.notShownTitle} lead={common.problem.notShownText}>
      <ButtonRow>
        <ButtonLink href="/home">{common.frame.toStart}</ButtonLink>
      </ButtonRow>
    </PageLayout>
  );
}
