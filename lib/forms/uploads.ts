import { gunzip } from "node:zlib";
import { entriesOf, limited, unpacked } from "@/lib/forms/archive";
import { isCleanText } from "@/lib/front-door/text";

/** Why a file is not taken; the sentences stand in `lib/messages/forms`. */
export type UploadFault = "fileName" | "fileType" | "fileTooLarge" | "fileUnpacked";
export type Upload = { readonly name: string; readonly bytes: Uint8Array };
export type CheckedUpload = { readonly ok: true; readonly name: string; readonly text: string } | { readonly ok: false; readonly fault: UploadFault };

/** As many bytes as a list of all homes of a large city has, and what it may become when it is unpacked. */
export const MAXIMUM_UPLOAD_BYTES = 5 * 1_048_576;
export const MAXIMUM_UNPACKED_BYTES = 20 * 1_048_576;
const MAXIMUM_NAME = 120;
const SAFE_NAME = /^[\p{L}\p{N}][\p{L}\p{N}\p{M} ._()-]*$/u;
/** Names that one system or another takes for a device. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * Checks a list that somebody sends: a CSV file, alone or packed as gzip or as a ZIP archive with this one file. Decides by what the bytes are, and by the
 * name only whether it claims something else. Refuses by size before unpacking, and while unpacking as soon as the limit is passed.
 */
export async function checkUpload({ name, bytes }: Upload): Promise<CheckedUpload> {
  if (!isSafeName(name)) return refuse("fileName");
  if (bytes.byteLength > MAXIMUM_UPLOAD_BYTES) return refuse("fileTooLarge");
  const kind = kindOf(bytes);
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  if (kind !== { csv: "text", gz: "gzip", zip: "zip" }[ending]) return refuse("fileType");
  try {
    const unpacked = kind === "gzip" ? await limited(gunzip, bytes, MAXIMUM_UNPACKED_BYTES) : kind === "zip" ? await onlyFileOf(bytes) : bytes;
    const text = unpacked === null || kindOf(unpacked) !== "text" ? null : textOf(unpacked);
    return text === null ? refuse("fileType") : { ok: true, name: name.normalize("NFC"), text };
  } catch (error) {
    return refuse((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? "fileUnpacked" : "fileType");
  }
}

const refuse = (fault: UploadFault): CheckedUpload => ({ ok: false, fault });

/** A name without a folder, a device or anything that a reader does not see; it is stored and shown, never used as a path. */
export function isSafeName(name: string): boolean {
  return name.length <= MAXIMUM_NAME && isCleanText(name) && SAFE_NAME.test(name.normalize("NFC")) && !name.includes("..") && !/[ .]$/.test(name) && !DEVICE.test(name);
}

/** What the bytes are by their beginning; null for a program, a picture, an office document and everything else that is no text. */
export function kindOf(bytes: Uint8Array): "text" | "gzip" | "zip" | null {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return "gzip";
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04) return "zip";
  if (bytes.byteLength === 0 || String.fromCharCode(...bytes.subarray(0, 5)) === "%PDF-" || (bytes[0] === 0x4d && bytes[1] === 0x5a && bytes.includes(0))) return null;
  return bytes.includes(0) ? null : "text";
}

/** UTF-8, or what Windows programs write; null where it holds control characters. */
function textOf(bytes: Uint8Array): string | null {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder("windows-1252").decode(bytes);
  }
  return isCleanText(text) ? text.normalize("NFC") : null;
}

/** The one file of an archive; null where there are none or several, or it is no list. */
async function onlyFileOf(archive: Uint8Array): Promise<Uint8Array | null> {
  const entry = entriesOf(archive, 1)?.[0];
  return entry && isSafeName(entry.name) && entry.name.toLowerCase().endsWith(".csv") ? unpacked(entry, MAXIMUM_UNPACKED_BYTES) : null;
}

/** The parts of a workbook by their path in it, as text. */
export type Workbook = ReadonlyMap<string, string>;
export type CheckedWorkbook = { readonly ok: true; readonly name: string; readonly workbook: Workbook } | { readonly ok: false; readonly fault: UploadFault };

/** As many parts as a workbook with a hundred sheets has. */
const MAXIMUM_PARTS = 400;
/** What a table is read from. Pictures, links to other files and everything else stays packed. */
const TABLE_PARTS = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[\w.-]+\.xml)$/i;
const MACROS = /vbaProject|macrosheets/i;

/** Checks a workbook (.xlsx) that somebody sends, by its bytes; unpacks only the parts that a table is read from, all of them together up to the limit. Refuses macros, passwords and definitions of a document's own. */
export async function checkWorkbook({ name, bytes }: Upload): Promise<CheckedWorkbook> {
  const refuseWorkbook = (fault: UploadFault): CheckedWorkbook => ({ ok: false, fault });
  if (!isSafeName(name)) return refuseWorkbook("fileName");
  if (bytes.byteLength > MAXIMUM_UPLOAD_BYTES) return refuseWorkbook("fileTooLarge");
  const entries = kindOf(bytes) === "zip" ? entriesOf(bytes, MAXIMUM_PARTS) : null;
  if (!entries || !isWorkbookName(name) || entries.some((entry) => MACROS.test(entry.name))) return refuseWorkbook("fileType");
  const workbook = new Map<string, string>();
  let left = MAXIMUM_UNPACKED_BYTES;
  try {
    for (const entry of entries.filter((one) => TABLE_PARTS.test(one.name))) {
      const content = await unpacked(entry, left);
      left -= content.byteLength;
      const text = new TextDecoder("utf-8", { fatal: true }).decode(content);
      if (!isCleanText(text) || /<!(?:DOCTYPE|ENTITY)/i.test(text)) return refuseWorkbook("fileType");
      workbook.set(entry.name.toLowerCase(), text.normalize("NFC"));
    }
  } catch (error) {
    return refuseWorkbook((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? "fileUnpacked" : "fileType");
  }
  return { ok: true, name: name.normalize("NFC"), workbook };
}

/** Whether a file says that it is a workbook. */
export function isWorkbookName(name: string): boolean {
  return name.toLowerCase().endsWith(".xlsx");
}
