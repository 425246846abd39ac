import { MAXIMUM_UPLOAD_BYTES } from "@/lib/forms/uploads";
import { POLICY_REPORTS } from "@/lib/front-door/policy-reports";
import { isCleanText } from "@/lib/front-door/text";
import { plain } from "@/lib/messages/plain";

/** Why the front door turns a request away: a status, one sentence and nothing of what was sent. `allow` names the methods where that is the reason. */
export type TurnedAway = { readonly status: 400 | 403 | 404 | 405 | 408 | 413 | 431; readonly sentence: string; readonly allow?: string };

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;
type Head = { readonly method: string; readonly target: string; readonly version: string; readonly headers: Headers; /** Names and values in turn, as they arrived. */ readonly rawHeaders: readonly string[] };

/** Under which names this portal is reached: hosts word for word, and in the demo the machine's own names with any port. */
export type Doorplate = { readonly origins: readonly string[]; readonly isAnyLoopbackPort: boolean };

/** Longer than every address of this portal. */
const MAXIMUM_TARGET = 4_096;
const MAXIMUM_BODY_BYTES = 1_048_576;
/** The forms that take a file, with the name of its field. Every other form is turned away with one. */
const UPLOAD_DOORS: Readonly<Record<string, string>> = { "/do/lists.read": "file" };
/** The file itself (lib/forms/uploads) and what stands around it in the body. */
const MAXIMUM_UPLOAD_BODY_BYTES = MAXIMUM_UPLOAD_BYTES + 65_536;
const MAXIMUM_PARAMETERS = 200;
const MAXIMUM_HEADERS = 100;
/** A second one of these would let two readers of one request see two different requests. */
const ONCE = ["host", "origin", "content-type", "content-length", "transfer-encoding", "content-encoding", "sec-fetch-site", "sec-fetch-mode", "sec-fetch-dest", "expect"];
/** Ways of asking that only the framework's own programs have. */
const FRAMEWORK = ["next-action", "next-resume", "next-hmr-refresh"];
/** Addresses of the framework's own fragments of pages; this portal's pages are loaded whole. */
const FRAGMENT_PATH = /\.(?:rsc|segments\/)/;
const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/;

/** The name of the field of a form that takes a file; null for every other form. */
export function fileFieldOf(target: string): string | null {
  return Object.hasOwn(UPLOAD_DOORS, target) ? UPLOAD_DOORS[target]! : null;
}

/** How large the body of a form may be. */
export function largestBody(target: string): number {
  return fileFieldOf(target) === null ? MAXIMUM_BODY_BYTES : MAXIMUM_UPLOAD_BODY_BYTES;
}

/** Checks host, address, method, origin and announced size of a request; null lets it in. */
export function checkHead({ method, target, version, headers, rawHeaders }: Head, doorplate: Doorplate): TurnedAway | null {
  if (rawHeaders.length / 2 > MAXIMUM_HEADERS) return { status: 431, sentence: plain.tooLarge };
  if (!["GET", "HEAD", "POST"].includes(method)) return notAllowed(allowedMethods(target));
  if (!isReadableTarget(target)) return { status: 400, sentence: plain.badAddress };
  // Version 1.0 is how some proxies ask; older ones have no headers at all.
  if (!["1.0", "1.1"].includes(version) || headers.upgrade !== undefined || FRAMEWORK.some((name) => headers[name] !== undefined) || isAmbiguous(rawHeaders)) return malformed;
  const path = target.split("?")[0]!;
  if (FRAGMENT_PATH.test(path)) return { status: 404, sentence: plain.badAddress };
  // A health check of the machine itself asks under whatever name it has; what it gets depends on no name.
  if (!path.startsWith("/api/health/") && !isOwnHost(headers.host, doorplate)) return { status: 400, sentence: plain.foreignHost };
  const allow = allowedMethods(target);
  if (method !== "POST") return checkReading(method, allow, headers);
  const origin = headers.origin;
  // A browser that reports by itself may name no origin; what it says changes nothing but a count.
  const isReport = path === POLICY_REPORTS && origin === undefined;
  if (!isReport && (typeof origin !== "string" || !doorplate.origins.includes(origin))) return foreign;
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return foreign;
  if (!allow.includes("POST")) return notAllowed(allow);
  return checkAnnouncedBody(headers, largestBody(target));
}

const malformed: TurnedAway = { status: 400, sentence: plain.malformed };
const foreign: TurnedAway = { status: 403, sentence: plain.foreignOrigin };
const notAllowed = (allow: string): TurnedAway => ({ status: 405, sentence: plain.methodNotAllowed, allow });

/** Forms are sent to `/do/…` and never read there, like reports; pages and files are only read; the interfaces below `/api` decide themselves. */
function allowedMethods(target: string): string {
  if (target.startsWith("/do/") || target.split("?")[0] === POLICY_REPORTS) return "POST";
  return target.startsWith("/api/") ? "GET, HEAD, POST" : "GET, HEAD";
}

/** Another site may lead people here, and may neither load anything of ours into its own pages nor frame them. */
function checkReading(method: string, allow: string, headers: Headers): TurnedAway | null {
  if (!allow.includes(method)) return notAllowed(allow);
  if (Number(headers["content-length"] ?? 0) !== 0 || headers["transfer-encoding"] !== undefined) return malformed;
  const site = headers["sec-fetch-site"];
  if (site === undefined || site === "same-origin" || site === "none") return null;
  return headers["sec-fetch-mode"] === "navigate" && headers["sec-fetch-dest"] === "document" ? null : foreign;
}

function checkAnnouncedBody(headers: Headers, largest: number): TurnedAway | null {
  const encoding = headers["content-encoding"];
  if (encoding !== undefined && encoding !== "identity") return malformed;
  const transfer = headers["transfer-encoding"];
  if (transfer !== undefined && transfer !== "chunked") return malformed;
  return Number(headers["content-length"] ?? 0) > largest ? { status: 413, sentence: plain.tooLarge } : null;
}

function isAmbiguous(rawHeaders: readonly string[]): boolean {
  const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
  return ONCE.some((name) => names.indexOf(name) !== names.lastIndexOf(name));
}

function isOwnHost(host: string | readonly string[] | undefined, { origins, isAnyLoopbackPort }: Doorplate): boolean {
  if (typeof host !== "string") return false;
  return origins.some((origin) => new URL(origin).host === host) || (isAnyLoopbackPort && LOOPBACK.test(host));
}

/** An address in origin form that decodes once, without control characters, backslashes or an empty segment. */
function isReadableTarget(target: string): boolean {
  if (target.length > MAXIMUM_TARGET || !target.startsWith("/") || target.includes("\\") || target.includes("#")) return false;
  const [path = "", query = ""] = target.split("?");
  if (path.includes("//") || query.split("&").length > MAXIMUM_PARAMETERS) return false;
  try {
    const decoded = decodeURIComponent(target.replace(/\+/g, " "));
    const decodedPath = decodeURIComponent(path);
    return isCleanText(decoded) && !/[\t\n\r]/.test(decoded) && !/%[0-9a-f]{2}/i.test(decodedPath) && !decodedPath.includes("\\") && !decodedPath.split("/").some((segment) => segment === ".." || segment === ".");
  } catch {
    return false;
  }
}
