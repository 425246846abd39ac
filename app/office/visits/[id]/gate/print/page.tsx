import { notFound } from "next/navigation";
import { PageLayout } from "@/app/_ui/page-layout";
import { page } from "@/app/_shell/page";
import { GateSheet } from "@/app/gate-sheet";
import { gateList } from "@/lib/gate/queries";
import { gate as words } from "@/lib/messages/gate";
import { planning } from "@/lib/messages/planning";

export const metadata = { title: words.name };

export default page("office.visits.view", async ({ scope, params, now, notice }) => {
  const list = await gateList(scope, params.id);
  if (!list) notFound();
  return (
    <PageLayout title={words.title(list.reference)} breadcrumb={[{ href: `/office/visits/${list.visitId}`, label: planning.visit.name }]} notice={notice} width="wide">
      <GateSheet list={list} now={now} />
    </PageLayout>
  );
});
