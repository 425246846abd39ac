import { readFileSync } from "node:fs";
import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import { join } from "node:path";
import { type Answer, answer } from "./answers";
import { makeReceiver } from "./receive";
import { type MailStore, openStore } from "./store";

export type MailboxOptions = { readonly port: number; readonly smtpPort: number; readonly file: string; readonly host?: string };

const ownNames = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/;
const policy = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

function refusal(status: number, body: string): Answer {
  return { status, type: "text/plain; charset=utf-8", body };
}

/** Only this machine under its own name, so that no other web page can reach the mails; changes only from our own page. */
function answerTo(request: IncomingMessage, store: MailStore, style: string): Answer {
  const { method = "GET", headers } = request;
  const host = headers.host ?? "";
  if (!ownNames.test(host)) return refusal(403, "Das Postfach antwortet nur diesem Rechner.");
  const isForeign = headers.origin !== undefined && headers.origin !== `http://${host}`;
  if (method !== "GET" && method !== "HEAD" && isForeign) return refusal(403, "Das darf nur die eigene Seite.");
  const target = request.url ?? "/";
  if (!target.startsWith("/") || !URL.canParse(target, `http://${host}`)) return refusal(400, "Diese Adresse ist nicht lesbar.");
  // Twice a slash at the start would otherwise be read as another host's name.
  return answer(store, style, method, new URL(target.replace(/^\/+/, "/"), `http://${host}`));
}

function send(response: ServerResponse, { status, type, body, headers }: Answer): void {
  response.writeHead(status, {
    "content-type": type,
    "content-security-policy": policy,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cache-control": "no-store",
    ...headers,
  });
  response.end(body);
}

function makePages(store: MailStore): Server {
  const style = readFileSync(join(__dirname, "style.css"), "utf8");
  return createServer((request, response) => {
    request.resume();
    try {
      send(response, answerTo(request, store, style));
    } catch {
      // One mail that cannot be shown must not take the mailbox down.
      if (!response.headersSent) send(response, refusal(500, "Das ließ sich nicht anzeigen."));
      else response.destroy();
    }
  });
}

type Listening = { listen(port: number, host: string, done: () => void): unknown; once(event: "error", listener: (error: Error) => void): unknown };

function listen(server: Listening, port: number, host: string): Promise<void> {
  return new Promise((done, fail) => {
    server.once("error", fail);
    server.listen(port, host, done);
  });
}

/** Opens the mailbox, by default on loopback only, and answers what closes it. Fails with the system's error where a port is taken. */
export async function startMailbox({ port, smtpPort, file, host = "127.0.0.1" }: MailboxOptions): Promise<{ close: () => Promise<void> }> {
  const store = openStore(file);
  const pages = makePages(store);
  const receiver = makeReceiver(store.add);
  await listen(pages, port, host);
  try {
    await listen(receiver as unknown as Listening, smtpPort, host);
  } catch (error) {
    pages.close();
    throw error;
  }
  // A sender that breaks off in the middle is no reason to end.
  for (const server of [pages, receiver]) server.on("error", () => {});
  const close = async () => {
    pages.closeAllConnections();
    await Promise.all([new Promise((done) => pages.close(done)), new Promise<void>((done) => receiver.close(done))]);
  };
  return { close };
}
