import { randomBytes } from "node:crypto";
import { NextResponse, type NextRequest } from "next/server";
import { isDevelopmentServer } from "@/lib/env";
import { POLICY_REPORTS } from "@/lib/front-door/policy-reports";

const NONCE_BYTES = 16;

/** One nonce per request for Next's own scripts. Access is never decided here. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(NONCE_BYTES).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

/** Only our own scripts, by nonce; no inline style, no frames, no foreign forms. Development alone needs eval and inline styles for its reloading. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopmentServer() ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${isDevelopmentServer() ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    // The older way of two: every browser knows it and reports at once.
    `report-uri ${POLICY_REPORTS}`,
  ].join("; ");
}

export const config = { matcher: ["/((?!_next/static|fonts/|.*\\.(?:css|svg|ico|png|woff2)$).*)"] };
