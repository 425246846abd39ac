import { MOST_COLUMNS, type Sheet, type SheetRow } from "@/lib/sheets/types";

const DELIMITERS = [";", ",", "\t"] as const;
/** What a spreadsheet would run as a formula; our own files write an apostrophe before it. */
const GUARDED = /^'(?=[=+\-@\t\r\n])/;

/**
 * Reads a table from a CSV text: fields parted by semicolon, comma or tab, whichever the first line has most of (or names: `sep=;`), quoted ones with doubled quotes and line breaks.
 * Rows without any text are left out but counted.
 */
export function readCsv(text: string, mostRows: number): Sheet {
  const named = /^sep=(.)\r?\n/i.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const delimiter = named?.[1] ?? delimiterOf(body);
  const rows: SheetRow[] = [];
  let cells: string[] = [];
  for (let at = 0, number = 1; at < body.length || cells.length > 0; ) {
    const field = fieldAt(body, at, delimiter);
    if (!field) return { ok: false, fault: { code: "quoteOpen", row: number } };
    if (cells.length < MOST_COLUMNS) cells.push(field.text.replace(GUARDED, ""));
    at = field.end;
    if (body[at] === delimiter) {
      at += 1;
      // A delimiter at the very end stands before one more field, an empty one.
      if (at < body.length) continue;
    }
    if (cells.some((cell) => cell.trim() !== "")) rows.push({ number, cells });
    if (rows.length > mostRows) return { ok: false, fault: { code: "tooManyRows", most: mostRows } };
    at += body.startsWith("\r\n", at) ? 2 : 1;
    number += 1;
    cells = [];
  }
  return { ok: true, rows };
}

/** The delimiter that stands most often in the first line, outside of quotes; a semicolon where none does. */
function delimiterOf(text: string): string {
  const counts = new Map<string, number>(DELIMITERS.map((one) => [one, 0]));
  let isQuoted = false;
  for (const letter of text.slice(0, 20_000)) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (letter === "\n" || letter === "\r")) break;
    else if (!isQuoted && counts.has(letter)) counts.set(letter, counts.get(letter)! + 1);
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

/** The field that begins here, and where it ends; null where its quote is never closed. */
function fieldAt(text: string, from: number, delimiter: string): { readonly text: string; readonly end: number } | null {
  if (text[from] !== '"') {
    const end = endOfPlain(text, from, delimiter);
    return { text: text.slice(from, end), end };
  }
  let content = "";
  for (let at = from + 1; ; ) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return null;
    content += text.slice(at, quote);
    at = quote + 1;
    if (text[at] !== '"') {
      // What follows a closed quote belongs to the field: some programs write it so.
      const end = endOfPlain(text, at, delimiter);
      return { text: content + text.slice(at, end), end };
    }
    content += '"';
    at += 1;
  }
}

function endOfPlain(text: string, from: number, delimiter: string): number {
  let end = from;
  while (end < text.length && text[end] !== delimiter && text[end] !== "\n" && text[end] !== "\r") end += 1;
  return end;
}
