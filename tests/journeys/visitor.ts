import { randomUUID } from "node:crypto";
import { request } from "node:http";

export type Answered = { readonly status: number; readonly location: string; readonly text: string; readonly cookies: readonly string[] };
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A browser without a window: it sends what it is told, keeps cookies and follows nothing by itself. */
export type Visitor = {
  readonly get: (path: string) => Promise<Answered>;
  /** Sends a form; the key against double presses and the page it stands on are added unless they are given. */
  readonly post: (action: string, fields: Fields, headers?: Readonly<Record<string, string>>) => Promise<Answered>;
  /** Sends bytes as they are, with any method, path and headers. */
  readonly send: (method: string, path: string, headers?: Readonly<Record<string, string>>, body?: Buffer | string) => Promise<Answered>;
  readonly cookie: (name: string) => string | undefined;
  /** The same cookies in a second visitor, who keeps his own from then on. */
  readonly twin: () => Visitor;
};

const FORM = "application/x-www-form-urlencoded";

export function aVisitor(origin: string, known: ReadonlyMap<string, string> = new Map()): Visitor {
  const jar = new Map(known);
  const send: Visitor["send"] = (method, path, headers = {}, body) =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(origin);
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
      const outgoing = request({ hostname, port, method, path, headers: { ...(cookie ? { Cookie: cookie } : {}), ...(body === undefined ? {} : { "Content-Length": Buffer.byteLength(body) }), ...headers } }, (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("error", reject);
        incoming.on("end", () => {
          const cookies = incoming.headers["set-cookie"] ?? [];
          keep(jar, cookies);
          resolve({ status: incoming.statusCode ?? 0, location: incoming.headers.location ?? "", text: Buffer.concat(chunks).toString("utf8"), cookies });
        });
      });
      outgoing.on("error", reject);
      outgoing.end(body);
    });
  return {
    send,
    get: (path) => send("GET", path),
    post: (action, fields, headers = {}) => send("POST", `/do/${action}`, { Origin: origin, "Content-Type": FORM, ...headers }, encoded({ _key: randomUUID(), ...fields })),
    cookie: (name) => jar.get(name),
    twin: () => aVisitor(origin, jar),
  };
}

function keep(jar: Map<string, string>, lines: readonly string[]): void {
  for (const line of lines) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (!name || value === undefined) continue;
    if (value === "" || /max-age=0\b/i.test(line)) jar.delete(name);
    else jar.set(name, value);
  }
}

/** The fields as a browser encodes them. */
export function encoded(fields: Fields): string {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) for (const one of typeof value === "string" ? [value] : value) body.append(name, one);
  return body.toString();
}

/** A visitor who is signed in as one of the demo's accounts. */
export async function signedInVisitor(origin: string, account: string): Promise<Visitor> {
  const visitor = aVisitor(origin);
  const answer = await visitor.post("login.demo", { email: `${account}@demo.example`, next: "" });
  if (answer.status !== 303 || answer.location !== "/home") throw new Error(`${account} was not signed in: ${answer.status} ${answer.location}`);
  return visitor;
}

/** Whether the visitor's session is alive: the account page opens, or leads to the sign-in. */
export async function isSignedIn(visitor: Visitor): Promise<boolean> {
  const { status, location } = await visitor.get("/account");
  if (status === 200) return true;
  if (status >= 300 && status < 400 && location.startsWith("/login")) return false;
  throw new Error(`the account page answered ${status} ${location}`);
}

/** The sentences above a refused form, from the page that shows it again. */
export function summaryOf(page: string): readonly string[] {
  const summary = /<div class="[^"]*bk-error-summary[\s\S]*?<\/ul>/.exec(page)?.[0] ?? "";
  return [...summary.matchAll(/<li>([\s\S]*?)<\/li>/g)].map((match) => match[1]!.replace(/<[^>]+>/g, ""));
}

/** A page without what differs from one request to the next: scripts, nonces, ids. */
export function withoutChance(page: string): string {
  return page.replace(/<script[\s\S]*?<\/script>/g, "").replace(/nonce="[^"]*"/g, "").replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "");
}
