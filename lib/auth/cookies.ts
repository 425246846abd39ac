import { env } from "@/lib/env";

/** Whether the portal is reached over https; only then a browser accepts `__Host-` and Secure. */
function isSecure(): boolean {
  return env().origin.startsWith("https:");
}

/** The name under which a cookie stands in the browser: with `__Host-` it belongs to this host alone and to https (ASVS 3.3.1, 3.3.3). */
export function cookieName(name: string): string {
  return isSecure() ? `__Host-${name}` : name;
}

/** What every cookie of the portal has: no script reads it, no other site sends it with a form. */
export function cookieOptions(): { readonly httpOnly: true; readonly sameSite: "lax"; readonly path: "/"; readonly secure: boolean } {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() };
}

/** A whole Set-Cookie line; without `maxAgeSeconds` the cookie goes with the browser's window, with 0 at once. */
export function cookieLine(name: string, value: string, maxAgeSeconds?: number): string {
  return [
    `${cookieName(name)}=${value}`,
    "Path=/",
    "HttpOnly",
    "SameSite=Lax",
    ...(maxAgeSeconds === undefined ? [] : [`Max-Age=${maxAgeSeconds}`]),
    ...(isSecure() ? ["Secure"] : []),
  ].join("; ");
}
