import type { IncomingHttpHeaders } from "node:http";

/** Headers by which a client could speak as the framework, as a proxy or as this door. None of them is believed, so none of them gets in. */
const CLAIMS = /^(?:x-(?:middleware|nextjs|next|now|vercel|invoke|matched|rewrite|original|forwarded|http-method|method|real-ip|prerender|action|portal|nonce|url)(?:-.*)?|next-.*|forwarded|content-security-policy(?:-report-only)?|purpose)$/;
/** Asks for a page in the framework's own form; this portal's pages are loaded whole. Its development server needs it to show a change. */
const FRAGMENTS = /^(?:rsc|next-(?:router-.*|url|hmr-.*))$/;

/** Takes everything out of the headers that a client may not say; `isDevelopment` keeps what the development server needs. */
export function dropClaims(headers: IncomingHttpHeaders, isDevelopment: boolean): void {
  for (const name of Object.keys(headers)) {
    const isFragment = FRAGMENTS.test(name);
    if (isFragment ? !isDevelopment : CLAIMS.test(name)) delete headers[name];
  }
}

/**
 * The network address that a request came from. Behind `hops` proxies, each of which appends the address that it saw to X-Forwarded-For, it is the one that
 * the first of them saw; what stands before it was said by the client and is not believed.
 */
export function clientAddress(socketAddress: string | undefined, forwardedFor: string | undefined, hops: number): string {
  const own = (socketAddress ?? "").replace(/^::ffff:/, "");
  if (hops === 0) return own;
  const seen = (forwardedFor ?? "").split(",").map((part) => part.trim());
  const address = seen[seen.length - hops] ?? "";
  return /^[0-9a-f.:]{2,45}$/i.test(address) ? address.replace(/^::ffff:/i, "") : own;
}
