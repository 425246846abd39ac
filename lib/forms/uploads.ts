import { gunzip, inflateRaw } from "node:zlib";
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
    const unpacked = kind === "gzip" ? await limited(gunzip, bytes) : kind === "zip" ? await onlyFileOf(bytes) : bytes;
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

type Unpack = (bytes: Uint8Array, options: { maxOutputLength: number }, done: (error: Error | null, result: Buffer) => void) => void;

function limited(unpack: Unpack, bytes: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => unpack(bytes, { maxOutputLength: MAXIMUM_UNPACKED_BYTES }, (error, result) => (error ? reject(error) : resolve(result))));
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;

/** The one file of an archive, by the archive's own directory; null where there are none or several, or it is encrypted, or packed in another way than every program can. */
async function onlyFileOf(archive: Uint8Array): Promise<Uint8Array | null> {
  const view = Buffer.from(archive);
  const end = view.length - END_BYTES;
  // No comment behind the directory: where the end lies is then no matter of opinion.
  if (end < 0 || view.readUInt32LE(end) !== END_OF_DIRECTORY || view.readUInt16LE(end + 10) !== 1) return null;
  const entry = view.readUInt32LE(end + 16);
  if (entry + ENTRY_BYTES > end || view.readUInt32LE(entry) !== DIRECTORY_ENTRY) return null;
  const [flags, method, packed, unpacked, local] = [view.readUInt16LE(entry + 8), view.readUInt16LE(entry + 10), view.readUInt32LE(entry + 20), view.readUInt32LE(entry + 24), view.readUInt32LE(entry + 42)];
  const name = view.subarray(entry + ENTRY_BYTES, entry + ENTRY_BYTES + view.readUInt16LE(entry + 28)).toString("utf8");
  if ((flags & 1) !== 0 || !isSafeName(name) || !name.toLowerCase().endsWith(".csv")) return null;
  if (local + LOCAL_BYTES > entry || view.readUInt32LE(local) !== LOCAL_HEADER) return null;
  const begin = local + LOCAL_BYTES + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
  if (begin + packed > entry) return null;
  const content = view.subarray(begin, begin + packed);
  if (method === 0) return packed === unpacked ? content : null;
  return method === 8 ? limited(inflateRaw, content) : null;
}
