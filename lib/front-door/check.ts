import { plain } from "@/lib/messages/plain";

/** Why the front door turns a request away: a status and one sentence, nothing of what was sent. */
export type TurnedAway = { readonly status: 400 | 403 | 404 | 405 | 413; readonly sentence: string };

type Head = { readonly method: string; readonly target: string; readonly headers: Readonly<Record<string, string | readonly string[] | undefined>> };

const METHODS = ["GET", "HEAD", "POST"];
/** Longer than every address of this portal. */
const MAXIMUM_TARGET = 4_096;
export const MAXIMUM_BODY_BYTES = 1_048_576;

/** Checks method, address and origin of a request; null lets it in. */
export function checkHead({ method, target, headers }: Head, acceptedOrigins: readonly string[]): TurnedAway | null {
  if (!METHODS.includes(method)) return { status: 405, sentence: plain.methodNotAllowed };
  if (!isReadableTarget(target)) return { status: 400, sentence: plain.badAddress };
  if (headers.upgrade !== undefined || headers["next-action"] !== undefined || headers["next-resume"] !== undefined) {
    return { status: 400, sentence: plain.malformed };
  }
  if (method !== "POST") return null;
  const origin = headers.origin;
  if (typeof origin !== "string" || !acceptedOrigins.includes(origin)) return { status: 403, sentence: plain.foreignOrigin };
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return { status: 403, sentence: plain.foreignOrigin };
  if (Number(headers["content-length"] ?? 0) > MAXIMUM_BODY_BYTES) return { status: 413, sentence: plain.tooLarge };
  return null;
}

/** An address in origin form that decodes once, without control characters, backslashes or an empty segment. */
function isReadableTarget(target: string): boolean {
  if (target.length > MAXIMUM_TARGET || !target.startsWith("/") || target.startsWith("//") || target.includes("\\")) return false;
  try {
    const decoded = decodeURIComponent(target.replace(/\+/g, " "));
    return isCleanText(decoded) && !/%[0-9a-f]{2}/i.test(decoded.split("?")[0]!) && !decoded.split("?")[0]!.split("/").includes("..");
  } catch {
    return false;
  }
}

/** Well-formed Unicode without control characters; line ends and tabs are text. */
export function isCleanText(text: string): boolean {
  return text.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text);
}

const FORM_TYPES = /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i;
const MAXIMUM_FIELDS = 2_000;

/** Reads a form body as the application will, and turns it away when it cannot be read or holds control characters. */
export async function checkBody(body: Uint8Array, contentType: string | undefined): Promise<TurnedAway | null> {
  if (body.byteLength > MAXIMUM_BODY_BYTES) return { status: 413, sentence: plain.tooLarge };
  if (!contentType || !FORM_TYPES.test(contentType)) return { status: 400, sentence: plain.malformed };
  if (!isUtf8Form(body, contentType)) return { status: 400, sentence: plain.malformed };
  let form: FormData;
  try {
    form = await new Response(Buffer.from(body), { headers: { "content-type": contentType } }).formData();
  } catch {
    return { status: 400, sentence: plain.malformed };
  }
  let fields = 0;
  for (const [name, value] of form) {
    fields += 1;
    if (fields > MAXIMUM_FIELDS) return { status: 413, sentence: plain.tooLarge };
    if (!isCleanText(name) || (typeof value === "string" && !isCleanText(value))) return { status: 400, sentence: plain.controlCharacters };
    if (typeof value !== "string" && !isCleanText(value.name)) return { status: 400, sentence: plain.controlCharacters };
  }
  return null;
}

/** URL-encoded bytes must decode to UTF-8; otherwise a broken character would silently become another one. */
function isUtf8Form(body: Uint8Array, contentType: string): boolean {
  const text = Buffer.from(body).toString("latin1");
  if (/^multipart/i.test(contentType)) return new TextDecoder("utf-8", { fatal: false }).decode(body).includes("\ufffd") === false;
  try {
    for (const part of text.split(/[&=]/)) decodeURIComponent(part.replace(/\+/g, " "));
    return true;
  } catch {
    return false;
  }
}
