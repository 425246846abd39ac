import { ButtonLink } from "@/app/_ui/button-link";
import { PageLayout } from "@/app/_ui/page-layout";
import { DisclosureSheet } from "@/app/disclosure-sheet";
import { page } from "@/app/_shell/page";
import { disclosureOfAccount } from "@/lib/disclosures/queries";
import { disclosureWords as words, documentOf } from "@/lib/messages/disclosure";
import { account } from "@/lib/messages/login";

export const metadata = { title: account.dataLink };

/** What is stored about whoever is signed in (Art. 15 GDPR). */
export default page("account.data.view", async ({ actor, notice }) => {
  const disclosure = await disclosureOfAccount(actor);
  return (
    <PageLayout
      title={account.dataLink}
      notice={notice}
      breadcrumb={[{ href: "/account", label: account.title }]}
      actions={<ButtonLink href="/account/data/download" variant="secondary">{words.download}</ButtonLink>}
    >
      <DisclosureSheet document={documentOf(disclosure)} name={actor.displayName} />
    </PageLayout>
  );
}, { fresh: true });
