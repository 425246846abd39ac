import { csv } from "@/lib/csv";
import { personPages } from "@/lib/messages/facility-persons";
import { workbookOf, WORKBOOK_TYPE } from "@/lib/sheets/write-workbook";

type ListFile = { readonly content: string | Uint8Array; readonly type: string; readonly ending: string };

/** Excel in German takes a file for UTF-8 by this mark alone, and parts cells by semicolons. */
const BYTE_ORDER_MARK = "\ufeff";

/** A list of people as a file in one of the two formats; null for any other. */
export function listFile(format: string | undefined, columns: readonly string[], rows: readonly (readonly string[])[]): ListFile | null {
  if (format === "csv") return { content: BYTE_ORDER_MARK + csv(columns, rows, ";"), type: "text/csv", ending: "csv" };
  return format === "xlsx" ? { content: workbookOf(personPages.listTitle, [columns, ...rows]), type: WORKBOOK_TYPE, ending: "xlsx" } : null;
}
