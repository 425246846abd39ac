import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import next from "next";
import { ADDRESS_HEADER, PATH_HEADER, REQUEST_HEADER } from "@/app/_shell/names";
import { plainPage } from "@/app/_shell/plain-answer";
import { countTurnedAway, DOOR_EVERY_MS, noteTurnedAway } from "@/lib/audit/door";
import { assertGuards } from "@/lib/db/guards";
import { closeDatabase } from "@/lib/db/client";
import { ConfigurationError, CONFIGURATION_EXIT_CODE, env, isDevelopmentServer, type Env } from "@/lib/env";
import { checkBody } from "@/lib/front-door/body";
import { checkHead, largestBody, type TurnedAway } from "@/lib/front-door/check";
import { clientAddress, dropClaims } from "@/lib/front-door/claims";
import { guardAnswer } from "@/lib/front-door/headers";
import { mayReport, POLICY_REPORTS, REPORTS_EVERY_MS, takeReport, tellReports } from "@/lib/front-door/policy-reports";
import { readBody, replayed } from "@/lib/front-door/replay";
import { takeLeft } from "@/lib/front-door/status";
import { isLeaving, refuseUnreadable, takeNothingMore } from "@/lib/front-door/unreadable";
import { assertKeysFit } from "@/lib/jobs/data-keys";
import { logOf, takeOverConsole } from "@/lib/log";
import { plain } from "@/lib/messages/plain";

/** Longer than a proxy in front keeps its connections, so that it never sends into a closing one. */
const KEEP_ALIVE_MS = 65_000;
const HEADER_TIMEOUT_MS = 10_000;
/** Head and body together; whoever sends more slowly is cut off before half a minute is over. */
const REQUEST_TIMEOUT_MS = 28_000;
/** How often the two limits are looked at. */
const CHECK_EVERY_MS = 500;
/** Without a byte in either direction for this long, a client that does not read its answer is cut off. */
const SILENCE_MS = 120_000;
const MAXIMUM_HEADER_BYTES = 16_384;
const STOP_LIMIT_MS = 10_000;
const log = logOf("web");

/** Starts the portal's web process: the front door, and Next behind it. */
async function main(): Promise<void> {
  const settings = env();
  if (!isDevelopmentServer()) takeOverConsole(log);
  process.env.NEXTAUTH_URL = settings.origin;
  await assertGuards();
  await assertKeysFit();
  const app = next({ dev: isDevelopmentServer(), port: settings.port, hostname: "localhost" });
  await app.prepare();
  const handle = app.getRequestHandler();
  // The door itself answers a request without a host, with the headers of every answer.
  const limits = { requireHostHeader: false, maxHeaderSize: MAXIMUM_HEADER_BYTES, headersTimeout: HEADER_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS, connectionsCheckingInterval: CHECK_EVERY_MS, keepAliveTimeout: KEEP_ALIVE_MS };
  const server = createServer(limits, frontDoor(settings, (request, response) => void handle(request, response)));
  server.timeout = SILENCE_MS;
  refuseUnreadable(server, plainPage);
  server.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EADDRINUSE") return configurationFault(`Port ${settings.port} ist schon belegt. Bitte PORT auf einen freien Port setzen.`);
    throw error;
  });
  server.listen(settings.port, () => log.info("webListens", { port: settings.port }));
  const stop = (): void => {
    server.close(() => void countTurnedAway().then(closeDatabase).then(() => process.exit(0)));
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), STOP_LIMIT_MS).unref();
  };
  setInterval(() => void countTurnedAway(), DOOR_EVERY_MS).unref();
  setInterval(() => tellReports(log), REPORTS_EVERY_MS).unref();
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

/** Refuses bad requests before the framework sees them, and hands over the rest with a body that was read once and found sound. */
function frontDoor({ acceptedOrigins, mode, proxyHops, signIn }: Env, handle: RequestListener): RequestListener {
  const doorplate = { origins: acceptedOrigins, isAnyLoopbackPort: mode === "demo" };
  return (request, response) => {
    const { method = "", url = "", headers, rawHeaders, httpVersion } = request;
    if (isLeaving(request.socket)) return;
    const requestName = randomUUID();
    guardAnswer(response, url, () => takeLeft(requestName));
    response.once("close", () => takeLeft(requestName));
    const refusal = checkHead({ method, target: url, version: httpVersion, headers, rawHeaders }, doorplate);
    if (refusal) return turnAway(request, response, refusal);
    const { remoteAddress = "" } = request.socket;
    const address = clientAddress(remoteAddress, headersOf(headers["x-forwarded-for"]), signIn.trustedProxies.check(remoteAddress) ? proxyHops : 0);
    dropClaims(headers, isDevelopmentServer());
    headers[PATH_HEADER] = url;
    headers[REQUEST_HEADER] = requestName;
    headers[ADDRESS_HEADER] = address;
    if (method !== "POST") return handle(request, response);
    if (url.split("?")[0] === POLICY_REPORTS) return void answerReport(request, response, address);
    void readBody(request, largestBody(url)).then(
      async (body) => {
        const fault = body === null ? { status: 413 as const, sentence: plain.tooLarge } : await checkBody(body, headers["content-type"], url);
        if (fault || !body) return turnAway(request, response, fault ?? { status: 400, sentence: plain.malformed });
        handle(replayed(request, body), response);
      },
      () => turnAway(request, response, { status: 400, sentence: plain.malformed }),
    );
  };
}

/** What a browser reports about a page's policy never reaches the framework. Who reports too often is not even read, and makes no line of the log. */
async function answerReport(request: IncomingMessage, response: ServerResponse, address: string): Promise<void> {
  const isTooOften = !mayReport(address, performance.now());
  const refusal = isTooOften ? null : await takeReport(request).catch(() => ({ status: 400 as const, sentence: plain.malformed }));
  if (refusal) return turnAway(request, response, refusal);
  if (isTooOften) {
    takeNothingMore(request.socket);
    response.setHeader("Connection", "close");
    response.setHeader("Retry-After", "60");
  }
  response.writeHead(isTooOften ? 429 : 204).end();
}

function headersOf(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === "string" || value === undefined ? value : value.join(",");
}

function turnAway(request: IncomingMessage, response: ServerResponse, { status, sentence, allow }: TurnedAway): void {
  if (response.headersSent) return;
  takeNothingMore(request.socket);
  const why = reasonOf(sentence);
  log.warn("turnedAway", { status, why });
  noteTurnedAway(why);
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Connection", "close");
  if (allow) response.setHeader("Allow", allow);
  response.writeHead(status);
  response.end(plainPage(sentence));
}

/** The name of one of the plain sentences, for the log: nothing of what was sent. */
function reasonOf(sentence: string): string {
  return Object.entries(plain).find(([, text]) => text === sentence)?.[0] ?? "unknown";
}

function configurationFault(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exit(CONFIGURATION_EXIT_CODE);
}

process.on("uncaughtException", (error) => {
  log.error("webFailed", error);
  process.exit(1);
});
main().catch((error: unknown) => {
  if (error instanceof ConfigurationError) return configurationFault(error.message);
  log.error("webNotStarted", error);
  configurationFault(plain.databaseAway);
});
