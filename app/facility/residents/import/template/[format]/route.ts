import { attachment, endpoint } from "@/app/_shell/endpoint";
import { listFile } from "@/app/facility/residents/list-file";
import { ownFacility } from "@/lib/facilities/queries";
import { columnHeadings, importPages } from "@/lib/messages/roster-imports";
import { columnsFor } from "@/lib/roster-imports/rules";
import { scopeOf } from "@/lib/auth/scope";

export const dynamic = "force-dynamic";

/** An empty list with the headings that a house may fill. */
export const GET = endpoint("facility.residents.edit", async ({ actor, params }) => {
  const facility = await ownFacility(scopeOf(actor));
  const file = facility && listFile(params.format, columnsFor(facility.kind).map((column) => columnHeadings[column]), []);
  return file && attachment(file.content, file.type, `${importPages.templateName}.${file.ending}`);
});
