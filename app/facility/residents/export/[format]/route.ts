import { attachment, endpoint } from "@/app/_shell/endpoint";
import { listFile } from "@/app/facility/residents/list-file";
import { ownFacility } from "@/lib/facilities/queries";
import { scopeOf } from "@/lib/auth/scope";
import { personPages } from "@/lib/messages/facility-persons";
import { columnHeadings } from "@/lib/messages/roster-imports";
import { rosterForExport } from "@/lib/roster-imports/queries";
import { columnsFor } from "@/lib/roster-imports/rules";

export const dynamic = "force-dynamic";

/** The own roster as a file that the portal itself can read again. Who works with a second factor proves it anew. */
export const GET = endpoint(
  "facility.residents.view",
  async ({ actor, params }) => {
    const facility = await ownFacility(scopeOf(actor));
    if (!facility || !listFile(params.format, [], [])) return null;
    const columns = columnsFor(facility.kind);
    const people = await rosterForExport(actor);
    const file = listFile(params.format, columns.map((column) => columnHeadings[column]), people.map((person) => columns.map((column) => person[column])));
    return file && attachment(file.content, file.type, `${personPages.exportName}.${file.ending}`);
  },
  { freshFrom: () => "/facility/residents" },
);
