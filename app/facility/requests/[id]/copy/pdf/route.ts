import { attachment, endpoint } from "@/app/_shell/endpoint";
import { copyDocument } from "@/app/facility/requests/[id]/copy/document";
import { scopeOf } from "@/lib/auth/scope";
import { ownFacility } from "@/lib/facilities/queries";
import { common } from "@/lib/messages/common";
import { requestPages as words } from "@/lib/messages/facility-requests";
import { formatDateTime } from "@/lib/messages/format";
import { taggedPdf } from "@/lib/pdf/write";
import { viewRequest } from "@/lib/requests/queries";

/** The copy of a sent request as a PDF that everybody can read (R65). */
export const GET = endpoint("facility.requests.view", async ({ actor, params, now }) => {
  const facility = await ownFacility(scopeOf(actor));
  const request = facility && (await viewRequest(actor, params.id));
  if (!facility || !request || request.state === "DRAFT") return null;
  const footer = `${common.ownerUnit} · ${common.product} · ${words.printedAt} ${formatDateTime(now)}`;
  return attachment(await taggedPdf(copyDocument(request, facility), { footer, pageOf: words.pageOf, now }), "application/pdf", `anfrage-${request.reference}.pdf`);
});
