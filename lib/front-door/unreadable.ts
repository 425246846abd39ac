import type { Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { noteTurnedAway } from "@/lib/audit/door";
import { rawAnswer } from "@/lib/front-door/headers";
import { logOf } from "@/lib/log";
import { plain } from "@/lib/messages/plain";

const log = logOf("web");
/** Connections on which somebody was turned away: what stands behind that request in the same bytes is read by nobody. */
const leaving = new WeakSet<object>();

/** From now on nothing more is taken from this connection. */
export function takeNothingMore(connection: object): void {
  leaving.add(connection);
}

/** Whether somebody was turned away on this connection. */
export function isLeaving(connection: object): boolean {
  return leaving.has(connection);
}

/** How long a client may take to read why it was turned away. */
const FAREWELL_MS = 1_000;
const ANSWERS = {
  HPE_HEADER_OVERFLOW: { status: 431, reason: "Request Header Fields Too Large", sentence: plain.tooLarge },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, reason: "Request Timeout", sentence: plain.tooSlow },
} as const;
const UNREADABLE = { status: 400, reason: "Bad Request", sentence: plain.malformed } as const;

/**
 * Answers what never becomes a request: bytes that are no HTTP, headers without end, clients that take too long, tunnels and changes of the protocol.
 * `page` makes the page of a sentence.
 */
export function refuseUnreadable(server: Server, page: (sentence: string) => string): void {
  const underWay = new WeakMap<Duplex, ServerResponse>();
  server.prependListener("request", (request, response) => underWay.set(request.socket, response));
  const refuse = (socket: Duplex, { status, reason, sentence }: { status: number; reason: string; sentence: string }, more: Record<string, string> = {}): void => {
    const response = underWay.get(socket);
    if (isLeaving(socket)) return;
    takeNothingMore(socket);
    if (!socket.writable || (response?.headersSent && !response.writableEnded)) return void socket.destroy();
    log.warn("turnedAway", { status, why: reason });
    noteTurnedAway(reason);
    socket.end(rawAnswer(status, reason, page(sentence), more));
    setTimeout(() => socket.destroy(), FAREWELL_MS).unref();
  };
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (error.code === "ECONNRESET") return void socket.destroy();
    refuse(socket, ANSWERS[error.code as keyof typeof ANSWERS] ?? UNREADABLE);
  });
  server.on("upgrade", (_request, socket) => refuse(socket, UNREADABLE));
  server.on("connect", (_request, socket) => refuse(socket, { status: 405, reason: "Method Not Allowed", sentence: plain.methodNotAllowed }, { Allow: "GET, HEAD" }));
}
