import type { OutgoingHttpHeader, ServerResponse } from "node:http";
import type { Left } from "@/lib/front-door/status";

/** What every answer carries, whoever made it: a page, a file, a refusal, a redirect. The page's own policy with its nonce comes from proxy.ts. */
export const EVERY_ANSWER: Readonly<Record<string, string>> = {
  "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
  "X-Content-Type-Options": "nosniff",
  // Not no-referrer: with it a form that is sent without script names no origin.
  "Referrer-Policy": "same-origin",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Origin-Agent-Cluster": "?1",
  "X-Permitted-Cross-Domain-Policies": "none",
  "X-Robots-Tag": "noindex, nofollow",
  "Permissions-Policy": "accelerometer=(), autoplay=(), camera=(), display-capture=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), xr-spatial-tracking=()",
};

/** For everything that is no page: nothing may be loaded, framed or sent from it; only the portal's own plain style sheet. */
export const CLOSED_POLICY = "default-src 'none'; style-src 'self'; object-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
const PRIVATE = "private, no-store";
/** After signing out the browser keeps nothing of the portal but the cookies by which it is counted apart from strangers (ASVS 14.3.1). */
export const CLEARED_AT_SIGN_OUT = { "Clear-Site-Data": '"cache", "storage"' } as const;
/** When a session ended by itself: pages that a browser holds ready for its back button go. What somebody typed stays where it is (decision 0010). */
export const CLEARED_AT_SESSION_END = { "Clear-Site-Data": '"cache"' } as const;
/** Files of the build and of `public`: the same for everybody. */
const COMMON_FILE = /^\/(?:_next\/static\/[\w./~-]+|[\w-]+\.(?:css|svg|ico|png|txt)|\.well-known\/security\.txt)$/;
/** What the framework says about itself. */
const CHATTER = /^(?:x-nextjs-.*|x-middleware-.*|x-powered-by|server)$/;

/** Sees to it that an answer carries everything above, at the moment at which it begins, whatever was set before. */
export function guardAnswer(response: ServerResponse, target: string, leftBy: () => Left = () => ({})): void {
  const begin = response.writeHead.bind(response) as (status: number, reason?: string) => ServerResponse;
  const isCommonFile = COMMON_FILE.test(target.split("?")[0]!);
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    for (const part of rest) if (typeof part === "object" && part !== null) takeOver(response, part as Record<string, OutgoingHttpHeader> | readonly unknown[]);
    const left = leftBy();
    const final = left.status ?? status;
    if (left.isSessionOver) for (const [name, value] of Object.entries(CLEARED_AT_SESSION_END)) response.setHeader(name, value);
    for (const name of response.getHeaderNames()) if (CHATTER.test(name)) response.removeHeader(name);
    for (const [name, value] of Object.entries(EVERY_ANSWER)) response.setHeader(name, value);
    if (!response.hasHeader("content-security-policy")) response.setHeader("Content-Security-Policy", CLOSED_POLICY);
    if (!isCommonFile || final >= 400) response.setHeader("Cache-Control", PRIVATE);
    return begin(final);
  }) as ServerResponse["writeHead"];
}

/** Headers that were handed to writeHead, in any of its forms, become the answer's own. */
function takeOver(response: ServerResponse, headers: Record<string, OutgoingHttpHeader> | readonly unknown[]): void {
  if (!Array.isArray(headers)) {
    for (const [name, value] of Object.entries(headers as Record<string, OutgoingHttpHeader | undefined>)) if (value !== undefined) response.setHeader(name, value);
    return;
  }
  const flat = headers.flat() as string[];
  for (let index = 0; index + 1 < flat.length; index += 2) response.appendHeader(flat[index]!, flat[index + 1]!);
}

/** The bytes of an answer for a request that could not be read, where there is no response to write to. `page` is a whole page. */
export function rawAnswer(status: number, reason: string, page: string, more: Readonly<Record<string, string>> = {}): string {
  const headers = { ...EVERY_ANSWER, ...more, "Content-Security-Policy": CLOSED_POLICY, "Cache-Control": PRIVATE, "Content-Type": "text/html; charset=utf-8", "Content-Length": String(Buffer.byteLength(page)), Connection: "close" };
  return `HTTP/1.1 ${status} ${reason}\r\n${Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${page}`;
}
