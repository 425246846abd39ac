import type { AuditLine } from "@/lib/audit/queries";
import { csv } from "@/lib/csv";

const TYPES = { csv: "text/csv", jsonl: "application/jsonl" } as const;
export type ExportFormat = keyof typeof TYPES;

export function isExportFormat(text: string | undefined): text is ExportFormat {
  return text !== undefined && Object.hasOwn(TYPES, text);
}

const COLUMNS = ["id", "at", "action", "actorUserId", "actorRole", "subjectKind", "subjectId", "subjectIds", "facilityId", "details"] as const;

/** Entries as a file: ids and codes, times in UTC, no names. CSV for a spreadsheet, JSONL (one entry a line) for a program. */
export function exportText(format: ExportFormat, lines: readonly AuditLine[]): { readonly text: string; readonly type: string } {
  const rows = lines.map((line) => ({ ...line, at: line.at.toISOString() }));
  const text =
    format === "csv"
      ? csv(COLUMNS, rows.map((row) => COLUMNS.map((column) => (column === "details" ? JSON.stringify(row.details) : column === "subjectIds" ? row.subjectIds.join(" ") : row[column]))))
      : rows.map((row) => `${JSON.stringify(Object.fromEntries(COLUMNS.map((column) => [column, row[column]])))}\n`).join("");
  return { text, type: TYPES[format] };
}
