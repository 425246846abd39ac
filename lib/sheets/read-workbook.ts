import type { Workbook } from "@/lib/forms/uploads";
import { isCleanText } from "@/lib/front-door/text";
import { dayOfSerial } from "@/lib/sheets/serial";
import { MOST_COLUMNS, type Sheet, type SheetRow } from "@/lib/sheets/types";
import { attributeOf, stepsOf } from "@/lib/sheets/xml";

/**
 * Reads the first sheet of a workbook (ECMA-376): texts, numbers as they are stored, dates as YYYY-MM-DD. Of a formula it takes the value that the program stored
 * beside it; it computes nothing and follows no link.
 */
export function readWorkbook(workbook: Workbook, mostRows: number): Sheet {
  const sheet = workbook.get(firstSheet(workbook));
  if (sheet === undefined) return { ok: false, fault: { code: "noSheet" } };
  const reading = { texts: sharedTexts(workbook), dates: dateStyles(workbook), is1904: /date1904="(?:1|true)"/.test(workbook.get("xl/workbook.xml") ?? "") };
  return readSheet(sheet, reading, mostRows);
}

function firstSheet(workbook: Workbook): string {
  let relation: string | null = null;
  for (const step of stepsOf(workbook.get("xl/workbook.xml") ?? "")) if (step.name === "sheet" && relation === null) relation = attributeOf(step, "id");
  for (const step of stepsOf(workbook.get("xl/_rels/workbook.xml.rels") ?? "")) {
    if (step.name !== "Relationship" || attributeOf(step, "Id") !== relation) continue;
    const target = attributeOf(step, "Target") ?? "";
    return (target.startsWith("/") ? target.slice(1) : `xl/${target}`).toLowerCase();
  }
  return "";
}

/** The texts that cells point to. What is written over a text to help reading it is none. */
function sharedTexts(workbook: Workbook): readonly string[] {
  const texts: string[] = [];
  let [text, isHint] = ["", false];
  for (const step of stepsOf(workbook.get("xl/sharedstrings.xml") ?? "")) {
    if (step.name === "rPh") isHint = !step.isEnd && !step.isEmpty;
    else if (step.name === "t" && step.isEnd && !isHint) text += step.before;
    else if (step.name === "si" && (step.isEnd || step.isEmpty)) {
      texts.push(plainText(text));
      text = "";
    }
  }
  return texts;
}

const isBuiltInDate = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** For each style of a cell whether it shows a number as a date. */
function dateStyles(workbook: Workbook): readonly boolean[] {
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  let isInCells = false;
  for (const step of stepsOf(workbook.get("xl/styles.xml") ?? "")) {
    if (step.name === "numFmt") own.set(Number(attributeOf(step, "numFmtId")), /[dmy]/i.test((attributeOf(step, "formatCode") ?? "").replace(/"[^"]*(?:"|$)|\\.|\[[^\]]*(?:\]|$)/g, "")));
    else if (step.name === "cellXfs") isInCells = !step.isEnd;
    else if (step.name === "xf" && isInCells && !step.isEnd) {
      const id = Number(attributeOf(step, "numFmtId") ?? 0);
      styles.push(own.get(id) ?? isBuiltInDate(id));
    }
  }
  return styles;
}

type Reading = { readonly texts: readonly string[]; readonly dates: readonly boolean[]; readonly is1904: boolean };
type Cell = { readonly column: number; readonly kind: string; readonly style: number };

function readSheet(xml: string, reading: Reading, mostRows: number): Sheet {
  const rows: SheetRow[] = [];
  let [number, cells, value, isHint] = [0, [] as string[], "", false];
  let cell: Cell | null = null;
  for (const step of stepsOf(xml)) {
    if (step.name === "row" && !step.isEnd) {
      number = Number(attributeOf(step, "r")) || number + 1;
      cells = [];
    } else if (step.name === "c" && !step.isEnd) {
      cell = { column: columnOf(attributeOf(step, "r")) ?? cells.length, kind: attributeOf(step, "t") ?? "n", style: Number(attributeOf(step, "s") ?? 0) };
      value = "";
      if (step.isEmpty && cell.column === cells.length) cells.push("");
    } else if (step.name === "rPh") isHint = !step.isEnd && !step.isEmpty;
    else if ((step.name === "v" || step.name === "t") && step.isEnd && !isHint) value += step.before;
    else if (step.name === "c" && step.isEnd && cell) {
      if (cell.column < MOST_COLUMNS) {
        while (cells.length < cell.column) cells.push("");
        cells[cell.column] = shown(cell, value, reading);
      }
      cell = null;
    } else if (step.name === "row" && step.isEnd) {
      if (cells.some((one) => one.trim() !== "")) rows.push({ number, cells });
      if (rows.length > mostRows) return { ok: false, fault: { code: "tooManyRows", most: mostRows } };
    }
  }
  return { ok: true, rows };
}

function shown({ kind, style }: Cell, value: string, { texts, dates, is1904 }: Reading): string {
  if (kind === "s") return texts[Number(value)] ?? "";
  if (kind === "b") return value === "1" ? "ja" : "nein";
  if (kind === "d") return value.slice(0, "YYYY-MM-DD".length);
  if (kind === "n" && dates[style] && /^\d{1,7}(?:\.\d+)?$/.test(value)) return dayOfSerial(Math.floor(Number(value)), is1904) ?? value;
  return plainText(value);
}

/** Escapes of control characters go, and what they stood for goes with them. */
function plainText(text: string): string {
  const plain = text.includes("_x") ? text.replace(/_x000[0-9a-f]_/gi, " ") : text;
  return isCleanText(plain) ? plain : "";
}

function columnOf(reference: string | null): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? "")?.[1];
  return letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 : null;
}
