import { randomUUID } from "node:crypto";
import { openEcho } from "@/lib/forms/echo";
import type { PrismaClient } from "@/prisma/generated/client/client";
import { HOME_OF } from "@/lib/auth/policy";
import { encoded, withoutChance, type Answered, type Fields, type Visitor } from "../../journeys/visitor";
import type { Canaries } from "./canaries";
import { isAllowedTo, type Cell } from "./cells";

export type Seen = Answered & { readonly said: readonly string[] };

/** What an actor gets to see: a page, the way to the sign-in, or nothing at all. */
export type Expected = "shown" | "sign-in" | "nothing" | "refused";

/** What the access table promises for a cell. */
export function expectedOf({ actor, verb, permission, object }: Cell): Expected {
  const isForm = verb.startsWith("POST");
  if (actor.standing !== "signed in" && permission !== null) return "sign-in";
  if (!isAllowedTo(actor, permission)) return "nothing";
  if (isForm) return "refused";
  return object === "none" || object === "own" || object === "colleague" ? "shown" : "nothing";
}

/** Asks as the actor would, and answers what comes back; for a refused form also what it says. */
export async function ask(cell: Cell, origin: string, prisma: PrismaClient): Promise<Seen> {
  const { actor, verb, target, fields } = cell;
  // Many are asked at one time: each request has a browser's state of its own.
  const visitor = actor.visitor.twin();
  if (verb === "GET") return { ...(await visitor.get(target)), said: [] };
  if (verb === "HEAD") return { ...(await visitor.send("HEAD", target)), said: [] };
  if (verb === "GET RSC") return { ...(await rsc(visitor, target)), said: [] };
  const sent: Fields = { _key: randomUUID(), _from: actor.role && actor.standing === "signed in" ? HOME_OF[actor.role] : "/login", ...fields };
  const { type, body } = verb === "POST" ? { type: "application/x-www-form-urlencoded", body: encoded(sent) } : multipart(sent);
  const answer = await visitor.send("POST", `/do/${target}`, { Origin: origin, "Content-Type": type }, body);
  return { ...answer, said: await sentences(answer, visitor, origin, prisma) };
}

/** As the framework's own script asks: without the mark in the address it is led there first. */
async function rsc(visitor: Visitor, target: string): Promise<Answered> {
  const answer = await visitor.send("GET", target, { RSC: "1" });
  return answer.status === 307 && answer.location.endsWith("_rsc") ? visitor.send("GET", answer.location.replace(/^https?:\/\/[^/]+/, ""), { RSC: "1" }) : answer;
}

function multipart(fields: Fields): { readonly type: string; readonly body: string } {
  const boundary = `----${randomUUID()}`;
  const parts = Object.entries(fields).flatMap(([name, value]) => (typeof value === "string" ? [value] : value).map((one) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${one}\r\n`));
  return { type: `multipart/form-data; boundary=${boundary}`, body: `${parts.join("")}--${boundary}--\r\n` };
}

/** The sentences of a refused form, from where they wait for its page. */
async function sentences({ status, location }: Answered, visitor: Visitor, origin: string, prisma: PrismaClient): Promise<readonly string[]> {
  if (status !== 303) return [];
  const id = new URL(location, origin).searchParams.get("echo");
  const row = id === null ? null : await prisma.formEcho.findUnique({ where: { id } });
  return (row && openEcho(row.sealed, visitor.cookie("portal-echo") ?? ""))?.errors.map(({ message }) => message) ?? [];
}

/** How an answer departs from what is expected; nothing where it does not. */
export function departures(cell: Cell, answer: Seen, canaries: Canaries): readonly string[] {
  const expected = expectedOf(cell);
  return [...(fits(expected, cell, answer) ? [] : [`expected ${expected}, got ${answer.status} ${answer.location}`]), ...foreignNames(cell, answer, canaries)];
}

/** That an answer holds names which are not this actor's to read; nothing where it does not. */
export function foreignNames({ actor }: Cell, { text, location, said }: Seen, canaries: Canaries): readonly string[] {
  const foreign = canaries.foreignIn(`${text} ${location} ${said.join(" ")}`, actor);
  return foreign.length === 0 ? [] : [`shows ${foreign.length} foreign names`];
}

function fits(expected: Expected, cell: Cell, { status, location, text }: Seen): boolean {
  const { verb, permission, object } = cell;
  // What is no address at all is turned away at the front door, before anybody is asked who they are.
  if (object === "malformed" && status === 400) return true;
  switch (expected) {
    case "shown": return status === 200 || (permission === null && status >= 300 && status < 400);
    case "nothing": return status === 404;
    case "refused": return status === 303 && /[?&]echo=/.test(location);
    case "sign-in": return leadsToSignIn(location) ? status === 307 || status === 303 : verb === "GET RSC" && /NEXT_REDIRECT;\w+;\/login/.test(text);
  }
}

const leadsToSignIn = (location: string): boolean => /^\/login(?:\?|$)/.test(location.replace(/^https?:\/\/[^/]+/, ""));

/** An answer without what differs from one request to the next: what must be equal for a foreign row and for one that never was. */
export function shownBy({ status, text, said, location }: Seen): string {
  // The framework's name for this build in a fragment.
  const plain = withoutChance(text).replace(/"[A-Za-z0-9_-]{21}"/g, "");
  return [status, said.join("|"), location.replace(/echo=[^&#]*/, ""), plain].join("\n");
}

/** A cell and the one about a row that never was have this in common. */
export const twinOf = ({ actor, verb, endpoint }: Cell): string => `${actor.name} ${verb} ${endpoint}`;
export const isForeign = ({ object, actor }: Cell): boolean => actor.standing === "signed in" && (object === "foreign" || object === "foreign kind");
