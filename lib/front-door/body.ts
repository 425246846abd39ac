import type { TurnedAway } from "@/lib/front-door/check";
import { MAXIMUM_BODY_BYTES } from "@/lib/front-door/check";
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

/** Reads a form body as the application will, and turns it away when it cannot be read, is too large in any way or holds what no form of this portal sends. */
export async function checkBody(body: Uint8Array, contentType: string | undefined): Promise<TurnedAway | null> {
  if (body.byteLength > MAXIMUM_BODY_BYTES) return tooLarge;
  const type = contentType ?? "";
  const boundary = MULTIPART.exec(type);
  if (!boundary && !URL_ENCODED.test(type)) return malformed;
  const bytes = Buffer.from(body);
  // Counted before anything is taken apart, which costs most where there are most parts.
  if (occurrences(bytes, boundary ? `--${boundary[1] ?? boundary[2]}` : "&") > MAXIMUM_FIELDS) return tooLarge;
  if (!isUtf8(bytes, boundary !== null)) return malformed;
  let form: FormData;
  try {
    form = await new Response(bytes, { headers: { "content-type": type } }).formData();
  } catch {
    return malformed;
  }
  return checkFields(form);
}

const malformed: TurnedAway = { status: 400, sentence: plain.malformed };
const tooLarge: TurnedAway = { status: 413, sentence: plain.tooLarge };
const unseen: TurnedAway = { status: 400, sentence: plain.controlCharacters };

function checkFields(form: FormData): TurnedAway | null {
  for (const name of STEERING) if (form.getAll(name).length > 1) return malformed;
  for (const [name, value] of form) {
    // No form of the portal holds a file; one that does gets its guard from lib/forms/uploads.
    if (typeof value !== "string") return { status: 400, sentence: plain.noFiles };
    if (name.length > MAXIMUM_NAME || value.length > MAXIMUM_VALUE) return tooLarge;
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
