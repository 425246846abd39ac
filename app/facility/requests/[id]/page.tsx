import { notFound } from "next/navigation";
import { PageLayout } from "@/app/_ui/page-layout";
import { page } from "@/app/_shell/page";
import { requestSentence } from "@/app/facility/request-sentence";
import { DraftSteps } from "@/app/facility/requests/[id]/draft-steps";
import { SentRequest } from "@/app/facility/requests/[id]/sent-request";
import { ownFacility } from "@/lib/facilities/queries";
import { requestPages as words } from "@/lib/messages/facility-requests";
import { viewRequest } from "@/lib/requests/queries";
import { announcedVisitStates, type VisitState } from "@/lib/visits/types";

export const metadata = { title: words.metaTitle };

export default page("facility.requests.view", async ({ actor, scope, params, path, echo, notice }) => {
  const facility = await ownFacility(scope);
  const request = facility && (await viewRequest(actor, params.id));
  if (!facility || !request) notFound();
  const isAnnounced = (state: VisitState) => announcedVisitStates.some((one) => one === state);
  const isDraft = request.state === "DRAFT";
  return (
    <PageLayout
      title={words.title(request.reference)}
      lead={isDraft ? words.draftLead : requestSentence({ state: request.state, nextVisit: request.visits.find(({ state }) => isAnnounced(state)) ?? null })}
      notice={notice}
      breadcrumb={[{ href: "/facility/requests", label: words.listTitle }]}
    >
      {isDraft ? <DraftSteps request={request} site={facility.site} from={path} echo={echo} /> : <SentRequest request={request} from={path} echo={echo} />}
    </PageLayout>
  );
});
