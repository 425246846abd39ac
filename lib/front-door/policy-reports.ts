import type { IncomingMessage } from "node:http";
import type { TurnedAway } from "@/lib/front-door/check";
import { networkOf } from "@/lib/front-door/network";
import { readBody } from "@/lib/front-door/replay";
import type { Log } from "@/lib/log";
import { plain } from "@/lib/messages/plain";

/** Where browsers report what a page's Content-Security-Policy kept from happening (ASVS 3.4.7). Answered at the door: the framework never sees it. */
export const POLICY_REPORTS = "/api/policy-reports";
/** How often what was reported is written to the log, one line for each kind. */
export const REPORTS_EVERY_MS = 5_000;
/** A report is about one kilobyte. */
const MAXIMUM_BYTES = 16_384;
const MINUTE_MS = 60_000;
const PER_NETWORK = 30;
const ALTOGETHER = 300;
const TYPE = "application/csp-report";

const DIRECTIVES = [
  "default-src", "script-src", "script-src-elem", "script-src-attr", "style-src", "style-src-elem", "style-src-attr", "img-src", "font-src", "connect-src", "manifest-src", "object-src", "form-action", "base-uri", "frame-ancestors", "frame-src", "worker-src", "media-src",
];
const AREAS = ["facility", "office", "field", "admin", "account", "login", "recovery", "home"];
const BLOCKED = ["inline", "eval", "self", "data", "blob", "wasm-eval"];

/** What is kept of a report: words of our own. Addresses, queries and samples of scripts may hold a person's data, and anybody can send anything here. */
type Reported = { readonly directive: string; readonly blocked: string; readonly area: string };

const noted = new Map<string, { readonly reported: Reported; times: number }>();
let minute = { since: 0, all: 0, networks: new Map<string, number>() };

/** Whether this network may report once more within this minute; `now` in milliseconds of any clock that only goes forward. */
export function mayReport(address: string, now: number): boolean {
  if (now - minute.since >= MINUTE_MS) minute = { since: now, all: 0, networks: new Map() };
  const network = networkOf(address);
  const before = minute.networks.get(network) ?? 0;
  if (minute.all >= ALTOGETHER || before >= PER_NETWORK) return false;
  minute.all += 1;
  minute.networks.set(network, before + 1);
  return true;
}

/** Takes a report in; answers why not, or null. */
export async function takeReport(request: IncomingMessage): Promise<TurnedAway | null> {
  const type = (request.headers["content-type"] ?? "").split(";")[0]!.trim().toLowerCase();
  if (type !== TYPE) return { status: 400, sentence: plain.malformed };
  const body = await readBody(request, MAXIMUM_BYTES);
  if (body === null) return { status: 413, sentence: plain.tooLarge };
  const reported = reportIn(body.toString("utf8"));
  if (!reported) return { status: 400, sentence: plain.malformed };
  note(reported);
  return null;
}

/** What a report says, in words of our own; null where it is none. */
export function reportIn(body: string): Reported | null {
  try {
    const fields = fieldsOf(fieldsOf(JSON.parse(body))?.["csp-report"]);
    return fields && reportedOf(fields);
  } catch {
    return null;
  }
}

function reportedOf(fields: Readonly<Record<string, unknown>>): Reported {
  const text = (...names: readonly string[]): string => names.map((name) => fields[name]).find((value) => typeof value === "string") ?? "";
  const directive = text("effective-directive", "violated-directive").split(" ")[0]!;
  const blocked = text("blocked-uri").replace(/^(data|blob):.*$/s, "$1");
  const area = /^https?:\/\/[^/?#]+\/([a-z]*)/.exec(text("document-uri"))?.[1] ?? "";
  const known = (words: readonly string[], word: string): string => (words.includes(word) ? word : "other");
  return { directive: known(DIRECTIVES, directive), blocked: known(BLOCKED, blocked), area: known(AREAS, area) };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
}

function note(reported: Reported): void {
  const key = Object.values(reported).join(" ");
  const before = noted.get(key);
  if (before) before.times += 1;
  else noted.set(key, { reported, times: 1 });
}

/** Writes what was reported since the last time to the log: each kind with how often, so that a flood is a few lines. */
export function tellReports(log: Log): void {
  const all = [...noted.values()];
  noted.clear();
  for (const { reported, times } of all) log.warn("policyViolated", { ...reported, times });
}
