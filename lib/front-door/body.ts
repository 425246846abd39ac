import type { TurnedAway } from "@/lib/front-door/check";
import { fileFieldOf, largestBody } from "@/lib/front-door/check";
import { isCleanText } from "@/lib/front-door/text";
import { FORM_FROM, FORM_INSTANCE, FORM_KEY } from "@/lib/forms/read";
import { plain } from "@/lib/messages/plain";

const URL_ENCODED = /^application\/x-www-form-urlencoded(?:;\s*charset="?utf-8"?)?\s*$/i;
const MULTIPART = /^multipart\/form-data;\s*boundary=(?:"([\w'()+,./:=?-]{1,70})"|([\w'()+,./:=?-]{1,70}))\s*$/i;
const MAXIMUM_FIELDS = 2_000;
const MAXIMUM_NAME = 200;
/** Longer than every text of this portal; each field's own limit stands in its schema. */
const MAXIMUM_VALUE = 20_000;
const STEERING: readonly string[] = [FORM_KEY, FORM_FROM, FORM_INSTANCE];
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Reads a form body as the application will, and turns it away when it cannot be read, is too large in any way or holds what no form of this portal sends. Only the
 * forms that take a file may bring one, in its one field; what the file is, lib/forms/uploads decides before anybody reads it.
 */
export async function checkBody(body: Uint8Array, contentType: string | undefined, target = ""): Promise<TurnedAway | null> {
  if (body.byteLength > largestBody(target)) return tooLarge;
  const fileField = fileFieldOf(target);
  const type = contentType ?? "";
  const boundary = MULTIPART.exec(type);
  if (!boundary && !URL_ENCODED.test(type)) return malformed;
  const bytes = Buffer.from(body);
  // Counted before anything is taken apart, which costs most where there are most parts.
  if (occurrences(bytes, boundary ? `--${boundary[1] ?? boundary[2]}` : "&") > MAXIMUM_FIELDS) return tooLarge;
  // A file is bytes of any kind; the fields around it are looked at one by one.
  if ((fileField === null || !boundary) && !isUtf8(bytes, boundary !== null)) return malformed;
  let form: FormData;
  try {
    form = await new Response(bytes, { headers: { "content-type": type } }).formData();
  } catch {
    return malformed;
  }
  return checkFields(form, fileField);
}

const malformed: TurnedAway = { status: 400, sentence: plain.malformed };
const tooLarge: TurnedAway = { status: 413, sentence: plain.tooLarge };
const unseen: TurnedAway = { status: 400, sentence: plain.controlCharacters };

function checkFields(form: FormData, fileField: string | null): TurnedAway | null {
  if (fileField !== null && form.getAll(fileField).length > 1) return malformed;
  for (const name of STEERING) if (form.getAll(name).length > 1) return malformed;
  for (const [name, value] of form) {
    if (typeof value !== "string" && name === fileField) continue;
    if (typeof value !== "string") return { status: 400, sentence: plain.noFiles };
    if (name.length > MAXIMUM_NAME || value.length > MAXIMUM_VALUE) return tooLarge;
    if (value.includes("\ufffd")) return malformed;
    if (!isCleanText(name) || !isCleanText(value)) return unseen;
  }
  return null;
}

/** Bytes that are no UTF-8 would silently become another character, and a byte order mark would silently go. */
function isUtf8(bytes: Buffer, isMultipart: boolean): boolean {
  if (bytes.includes(BYTE_ORDER_MARK)) return false;
  try {
    if (new TextDecoder("utf-8", { fatal: true }).decode(bytes).includes("\ufffd")) return false;
    if (!isMultipart) for (const part of bytes.toString("latin1").split(/[&=]/)) if (decodeURIComponent(part.replace(/\+/g, " ")).includes("\ufffd")) return false;
    return true;
  } catch {
    return false;
  }
}

function occurrences(bytes: Buffer, mark: string): number {
  let count = 0;
  for (let at = bytes.indexOf(mark); at !== -1 && count <= MAXIMUM_FIELDS + 1; at = bytes.indexOf(mark, at + mark.length)) count += 1;
  return count;
}
