import { IncomingMessage } from "node:http";

/** So much is read and thrown away, so that a refusal arrives: sixteen times the largest form of typed text. Who sends more than this is cut off. */
const PATIENCE_BYTES = 16_777_216;

/** The whole body, or null as soon as it is larger than allowed. */
export function readBody(request: IncomingMessage, largest: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= largest) return void chunks.push(chunk);
      chunks.length = 0;
      resolve(null);
      if (size > PATIENCE_BYTES) request.destroy();
    });
    request.on("end", () => resolve(size > largest ? null : Buffer.concat(chunks)));
    request.on("error", reject);
  });
}

/** The same request with its body still to be read. */
export function replayed(request: IncomingMessage, body: Buffer): IncomingMessage {
  const copy = new IncomingMessage(request.socket);
  copy.method = request.method;
  copy.url = request.url;
  copy.headers = request.headers;
  copy.rawHeaders = request.rawHeaders;
  copy.httpVersion = request.httpVersion;
  copy.httpVersionMajor = request.httpVersionMajor;
  copy.httpVersionMinor = request.httpVersionMinor;
  // Without this the copy counts as cut off when it has been read, and takes the connection down with it.
  copy.complete = true;
  copy.push(body);
  copy.push(null);
  return copy;
}
