import { inflateRaw } from "node:zlib";

/** One file of a ZIP archive, by the archive's own directory. */
export type ArchiveEntry = { readonly name: string; readonly content: Uint8Array; readonly isDeflated: boolean };

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;

/**
 * The files of a ZIP archive, still packed, by the archive's own directory; null where it is broken, holds more than `most` files, is encrypted, or packed in
 * another way than every program can.
 */
export function entriesOf(archive: Uint8Array, most: number): readonly ArchiveEntry[] | null {
  const view = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = view.length - END_BYTES;
  // No comment behind the directory: where the end lies is then no matter of opinion.
  if (end < 0 || view.readUInt32LE(end) !== END_OF_DIRECTORY) return null;
  const count = view.readUInt16LE(end + 10);
  if (count > most) return null;
  const entries: ArchiveEntry[] = [];
  for (let at = view.readUInt32LE(end + 16); entries.length < count; ) {
    if (at + ENTRY_BYTES > end || view.readUInt32LE(at) !== DIRECTORY_ENTRY) return null;
    const entry = entryAt(view, at);
    if (!entry) return null;
    entries.push(entry);
    at += ENTRY_BYTES + view.readUInt16LE(at + 28) + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return entries;
}

function entryAt(view: Buffer, at: number): ArchiveEntry | null {
  const [flags, method, packed, unpacked, local] = [view.readUInt16LE(at + 8), view.readUInt16LE(at + 10), view.readUInt32LE(at + 20), view.readUInt32LE(at + 24), view.readUInt32LE(at + 42)];
  const name = view.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + view.readUInt16LE(at + 28)).toString("utf8");
  if ((flags & 1) !== 0 || (method !== 0 && method !== 8)) return null;
  if (local + LOCAL_BYTES > view.length || view.readUInt32LE(local) !== LOCAL_HEADER) return null;
  const begin = local + LOCAL_BYTES + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
  if (begin + packed > view.length || (method === 0 && packed !== unpacked)) return null;
  return { name, content: view.subarray(begin, begin + packed), isDeflated: method === 8 };
}

/** The content of one file, unpacked; rejects with ERR_BUFFER_TOO_LARGE as soon as it grows beyond the limit, whatever it claimed. */
export async function unpacked({ content, isDeflated }: ArchiveEntry, limit: number): Promise<Uint8Array> {
  if (isDeflated) return limited(inflateRaw, content, limit);
  if (content.byteLength > limit) throw Object.assign(new RangeError("larger than allowed"), { code: "ERR_BUFFER_TOO_LARGE" });
  return content;
}

type Unpack = (bytes: Uint8Array, options: { maxOutputLength: number }, done: (error: Error | null, result: Buffer) => void) => void;

/** Unpacks and stops at the limit. */
export function limited(unpack: Unpack, bytes: Uint8Array, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => unpack(bytes, { maxOutputLength: limit }, (error, result) => (error ? reject(error) : resolve(result))));
}
