import type { Metadata } from "next";
import { ButtonLink } from "@/app/_ui/button-link";
import { ButtonRow } from "@/app/_ui/button-row";
import { AppFrame } from "@/app/_ui/frame";
import { PageLayout } from "@/app/_ui/page-layout";
import { common } from "@/lib/messages/common";

export const metadata: Metadata = { title: common.problem.notFoundTitle };

/** No such page, or not for this person: both look the same. */
export default function NotFound() {
  return (
    <AppFrame>
      <PageLayout title={common.problem.notFoundTitle} lead={common.problem.notFoundText}>
        <ButtonRow>
          <ButtonLink href="/home">{common.frame.toStart}</ButtonLink>
        </ButtonRow>
      </PageLayout>
    </AppFrame>
  );
}
