export type Cell = string | number | boolean | null;

/** What a spreadsheet would take for a formula, or for the end of a text. */
const FORMULA_STARTS = ["=", "+", "-", "@", "\t", "\r", "\n", "\0"];

/**
 * A table as CSV after RFC 4180: lines end with CR LF, cells with the delimiter, a quote or a line break are quoted, a quote is doubled. A text that a spreadsheet would run as a formula
 * gets an apostrophe before it, so that opening the file runs nothing; numbers are written as they are. The first row names the columns. Excel in German expects the semicolon.
 */
export function csv(columns: readonly string[], rows: readonly (readonly Cell[])[], delimiter: "," | ";" = ","): string {
  return [columns, ...rows].map((row) => `${row.map(cellOf).join(delimiter)}\r\n`).join("");
}

function cellOf(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const guarded = FORMULA_STARTS.some((start) => cell.startsWith(start)) ? `'${cell}` : cell;
  return /[",;\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
