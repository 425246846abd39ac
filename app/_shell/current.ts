import { cache } from "react";
import { cookies, headers } from "next/headers";
import { tokenOfRequest } from "@/lib/auth/next-auth";
import { cookieName } from "@/lib/auth/cookies";
import { deviceOf, type Device } from "@/lib/auth/device";
import { endSessionByToken, formerUserOf, personOf, sessionOf, withPerson, type LivingSession } from "@/lib/auth/sessions";
import { ADDRESS_HEADER, PATH_HEADER, REQUEST_HEADER } from "@/app/_shell/names";
import { networkOf } from "@/lib/front-door/network";
import { leaveForAnswer } from "@/lib/front-door/status";

/** The living session of this request with its holder, who may still owe the second factor; null without one. Read once per request. */
export const currentSession = cache(async () => {
  const token = await tokenOfRequest();
  return token ? sessionOf(token) : null;
});

/** How many seconds this browser's session lasts if nothing more happens, without prolonging it; null without a living session. */
export async function secondsLeft(): Promise<{ readonly seconds: number; readonly canBeProlonged: boolean } | null> {
  const token = await tokenOfRequest();
  const living = token ? await personOf(token, { isOnlyAsked: true }) : null;
  return living && { seconds: Math.max(0, Math.floor((living.endsAt.getTime() - living.now.getTime()) / 1000)), canBeProlonged: living.canBeProlonged };
}

/** Whose session this browser had, living or ended. */
export async function formerUser(): Promise<string | null> {
  const token = await tokenOfRequest();
  return token ? formerUserOf(token) : null;
}

/** A sign-in on top of a living session ends that one. */
export async function endFormerSession(): Promise<void> {
  const token = await tokenOfRequest();
  if (token) await endSessionByToken(token);
}

/** What kind of browser on what kind of device asks. */
export async function currentDevice(): Promise<Device> {
  return deviceOf((await headers()).get("user-agent"));
}

/** The network from which this request comes. */
export async function currentNetwork(): Promise<string> {
  return networkOf((await headers()).get(ADDRESS_HEADER) ?? "");
}

/** Who asks, and the database's time; null without a living session, and while it owes its second factor. */
export async function currentPerson(): Promise<LivingSession | null> {
  return withPerson(await currentSession());
}

/** Where somebody who is nobody yet gets in: the sign-in, or the second factor when the first is done. `next` is kept for afterwards. */
export async function wayIn(next: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const place = (await currentSession()) ? "/login/factor" : "/login";
  return `${place}?${new URLSearchParams({ next, ...more })}`;
}

/** Where somebody proves the second factor again before being shown what stands at `next`. */
export function proofFirst(next: string): string {
  return `/login/factor?${new URLSearchParams({ next, notice: "proveToSee" })}`;
}

/** Path and query of this request. */
export async function requestedPath(): Promise<string> {
  return (await headers()).get(PATH_HEADER) ?? "/";
}

/** The status of this page's answer: 404 for nothing to see or not for this person, 503 for what must not be shown now. */
export async function answerWithStatus(status: 404 | 503): Promise<void> {
  const name = (await headers()).get(REQUEST_HEADER);
  if (name) leaveForAnswer(name, { status });
}

/** Whether the session of this browser has ended. Then the answer of a page also takes away what the browser holds of earlier ones. */
export async function clearAfterSession(): Promise<boolean> {
  const isOver = (await formerUser()) !== null;
  const name = (await headers()).get(REQUEST_HEADER);
  if (isOver && name) leaveForAnswer(name, { isSessionOver: true });
  return isOver;
}

/** One of the portal's cookies in this request, or null. */
export async function cookieValue(name: string): Promise<string | null> {
  return (await cookies()).get(cookieName(name))?.value ?? null;
}

/** A path of this portal that somebody may be sent back to, or null: no other host, no protocol, no backslash tricks. */
export function ownPath(value: unknown): string | null {
  if (typeof value !== "string" || !/^\/(?![/\\])[\x21-\x7e]*$/.test(value) || value.includes("\\")) return null;
  const url = new URL(value, "http://portal.invalid");
  // Steps back in the path are gone now, and may have left two slashes at its beginning: `/x/..//evil.example`.
  return url.host === "portal.invalid" && !url.pathname.includes("//") ? url.pathname + url.search : null;
}

/** As many pages as no list has; a number beyond it would be more than the database counts. */
const MOST_PAGES = 100_000;

/** The page of a long list that an address names; the first where it names none. */
export function pageNumber(text: string | undefined): number {
  const wanted = Number(text);
  return Number.isSafeInteger(wanted) && wanted > 0 ? Math.min(wanted, MOST_PAGES) : 1;
}

/** The path with one query parameter set, others kept. */
export function withQuery(path: string, values: Readonly<Record<string, string | null>>): string {
  const url = new URL(path, "http://portal.invalid");
  for (const [name, value] of Object.entries(values)) {
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  return url.pathname + url.search;
}
