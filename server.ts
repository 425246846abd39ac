import { randomUUID } from "node:crypto";
import { createServer, IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import next from "next";
import { PATH_HEADER, REQUEST_HEADER } from "@/app/_shell/names";
import { plainPage } from "@/app/_shell/plain-answer";
import { assertGuards } from "@/lib/db/guards";
import { closeDatabase } from "@/lib/db/client";
import { ConfigurationError, CONFIGURATION_EXIT_CODE, env, isDevelopmentServer } from "@/lib/env";
import { checkBody, checkHead, MAXIMUM_BODY_BYTES, type TurnedAway } from "@/lib/front-door/check";
import { takeStatus } from "@/lib/front-door/status";
import { logOf } from "@/lib/log";
import { plain } from "@/lib/messages/plain";

/** Longer than a proxy in front keeps its connections, so that it never sends into a closing one. */
const KEEP_ALIVE_MS = 65_000;
const HEADER_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
const STOP_LIMIT_MS = 10_000;
const log = logOf("web");
/** Headers by which a client could speak as the framework or as this door. */
const INTERNAL_HEADERS = ["x-nonce", "content-security-policy", "x-middleware-subrequest", "x-forwarded-host", "x-invoke-path", "x-matched-path", "x-now-route-matches", "x-rewrite-url", PATH_HEADER];

/** Starts the portal's web process: the front door, and Next behind it. */
async function main(): Promise<void> {
  const settings = env();
  process.env.NEXTAUTH_URL = settings.origin;
  await assertGuards();
  const app = next({ dev: isDevelopmentServer(), port: settings.port, hostname: "localhost" });
  await app.prepare();
  const handle = app.getRequestHandler();
  const server = createServer(frontDoor(settings.acceptedOrigins, (request, response) => void handle(request, response)));
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.headersTimeout = HEADER_TIMEOUT_MS;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.on("upgrade", (_request, socket: Socket) => socket.destroy());
  server.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EADDRINUSE") return configurationFault(`Port ${settings.port} ist schon belegt. Bitte PORT auf einen freien Port setzen.`);
    throw error;
  });
  server.listen(settings.port, () => log.info("webListens", { port: settings.port }));
  const stop = (): void => {
    server.close(() => void closeDatabase().then(() => process.exit(0)));
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), STOP_LIMIT_MS).unref();
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

/** Refuses bad requests before the framework sees them, and hands over the rest with a body that was read once and found sound. */
function frontDoor(acceptedOrigins: readonly string[], handle: RequestListener): RequestListener {
  return (request, response) => {
    const { method = "", url = "", headers } = request;
    const refusal = checkHead({ method, target: url, headers }, acceptedOrigins);
    if (refusal) return turnAway(response, refusal);
    for (const name of INTERNAL_HEADERS) delete headers[name];
    headers[PATH_HEADER] = url;
    headers[REQUEST_HEADER] = withOwnStatus(response);
    if (method !== "POST") return handle(request, response);
    void readBody(request).then(
      async (body) => {
        const fault = body === null ? { status: 413 as const, sentence: plain.tooLarge } : await checkBody(body, headers["content-type"]);
        if (fault || !body) return turnAway(response, fault ?? { status: 400, sentence: plain.malformed });
        handle(replayed(request, body), response);
      },
      (error: unknown) => {
        log.error("bodyNotRead", error);
        turnAway(response, { status: 400, sentence: plain.malformed });
      },
    );
  };
}

/** Gives the answer the status that its page left in `lib/front-door/status`; answers the name under which the page leaves it. */
function withOwnStatus(response: ServerResponse): string {
  const name = randomUUID();
  const writeHead = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse;
  response.writeHead = ((status: number, ...rest: unknown[]) => writeHead(takeStatus(name) ?? status, ...rest)) as ServerResponse["writeHead"];
  response.once("close", () => takeStatus(name));
  return name;
}

/** The whole body, or null as soon as it is larger than any form of this portal; the rest is read and thrown away, so that the refusal arrives. */
function readBody(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAXIMUM_BODY_BYTES) return void chunks.push(chunk);
      chunks.length = 0;
      resolve(null);
    });
    request.on("end", () => resolve(size > MAXIMUM_BODY_BYTES ? null : Buffer.concat(chunks)));
    request.on("error", reject);
  });
}

/** The same request with its body still to be read. */
function replayed(request: IncomingMessage, body: Buffer): IncomingMessage {
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

function turnAway(response: ServerResponse, { status, sentence }: TurnedAway): void {
  if (response.headersSent) return;
  response.writeHead(status, {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    Connection: "close",
    ...(status === 405 ? { Allow: "GET, HEAD, POST" } : {}),
  });
  response.end(plainPage(sentence));
}

function configurationFault(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exit(CONFIGURATION_EXIT_CODE);
}

main().catch((error: unknown) => {
  if (error instanceof ConfigurationError) return configurationFault(error.message);
  log.error("webNotStarted", error);
  configurationFault(plain.databaseAway);
});
