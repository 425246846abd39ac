import { attachment, endpoint } from "@/app/_shell/endpoint";
import { plainAnswer } from "@/app/_shell/plain-answer";
import { exportText, isExportFormat } from "@/lib/audit/export";
import { filterOf, queryOf } from "@/lib/audit/filter";
import { auditExport, EXPORT_LIMIT } from "@/lib/audit/queries";
import { auditFilterFaults, auditWords } from "@/lib/messages/audit";

export const dynamic = "force-dynamic";

/** A selection of the log as a file. */
export const GET = endpoint(
  "admin.audit.view",
  async ({ actor, params, query }) => {
    const { format } = params;
    if (!isExportFormat(format)) return null;
    const { filter, faults } = filterOf(query);
    if (faults[0]) return plainAnswer(400, auditFilterFaults[faults[0]]);
    const { lines, count } = await auditExport(actor, filter, format);
    if (count > EXPORT_LIMIT) return plainAnswer(413, auditWords.exportTooMany(count, EXPORT_LIMIT));
    const { text, type } = exportText(format, lines);
    return attachment(text, type, `protokoll.${format}`);
  },
  { freshFrom: (query) => `/admin/audit${queryOf(filterOf(query).filter)}` },
);
