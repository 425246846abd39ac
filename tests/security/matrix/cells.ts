import { may, type Permission } from "@/lib/auth/policy";
import type { PrismaClient } from "@/prisma/generated/client/client";
import { everyAction, FORMS, NOTHING, rowsFor } from "../../journeys/hostile-forms";
import { addressesOf, builtPages, lookUpOf } from "../../journeys/pages";
import type { Fields } from "../../journeys/visitor";
import type { Actor } from "./actors";

/** The ways to ask for a page, and to send a form. */
export const PAGE_VERBS = ["GET", "GET RSC", "HEAD"] as const;
export const FORM_VERBS = ["POST", "POST multipart"] as const;
export type Verb = (typeof PAGE_VERBS)[number] | (typeof FORM_VERBS)[number];
/** Whose row it is, as the actor sees it. `colleague` is a row of the same house that somebody else works on. */
export type Standing = "none" | "own" | "colleague" | "foreign" | "foreign kind" | "absent" | "malformed";

export type Cell = {
  readonly actor: Actor;
  readonly verb: Verb;
  /** The address, or the name of the form. */
  readonly target: string;
  /** The address without its id, or the name of the form: what is counted as one endpoint. */
  readonly endpoint: string;
  readonly permission: Permission | null;
  readonly object: Standing;
  readonly fields: Fields;
};

const MALFORMED = ["abc", "..%2f..", "1e9", "'%20OR%201=1%20--"];

/** Every page and file of the build, for every actor, with every kind of object behind its id. A kind of file is no row: under one address each gets what is his or hers. */
export async function pageCells(actors: readonly Actor[], prisma: PrismaClient): Promise<readonly Cell[]> {
  const cells: Cell[] = [];
  // What the crew's pages are about is made to begin for them: first of all, so that no visit begins after a house's page has been found for it.
  const routes = [...builtPages(), ...builtPages("route")].sort((one, other) => Number(other.route.startsWith("/field")) - Number(one.route.startsWith("/field")));
  for (const { route, permission } of routes) {
    // Its parameter is no row: the door of the forms, and what belongs to the sign-in.
    if (route.includes("[") && permission === null) continue;
    const objects = route.includes("[") ? await objectsOf(route, permission!, actors, prisma) : [];
    const plain = route.includes("[") ? [] : [...(await addressesOf(route, prisma, actors[0]!.owner)), ...(await lookUpOf(route, prisma))];
    for (const actor of actors) {
      const seen: { readonly target: string; readonly object: Standing }[] = plain.map((target) => ({ target, object: "none" }));
      for (const found of objects) {
        const standing = route.includes("[format]") && isAllowedTo(actor, permission) ? "own" : await standingOf(actor, found, permission!, prisma);
        seen.push({ target: found.target, object: standing === "colleague" && PERSONAL.includes(route) ? "foreign" : standing });
      }
      const unseen = route.includes("[") ? [{ target: filled(route, NOTHING), object: "absent" as const }, ...MALFORMED.map((id) => ({ target: filled(route, id), object: "malformed" as const }))] : [];
      for (const { target, object } of [...seen, ...unseen]) for (const verb of PAGE_VERBS) cells.push({ actor, verb, target, endpoint: route, permission, object, fields: {} });
    }
  }
  return cells;
}

/** Every form, for every actor, about every kind of row. Whoever may send it about an own row sends a version that is long outdated. */
export async function formCells(actors: readonly Actor[], prisma: PrismaClient): Promise<readonly Cell[]> {
  const cells: Cell[] = [];
  for (const { name, permission } of everyAction()) {
    if (permission === null) continue;
    const { fields, row, rowField = "id", isVersioned, complete = fields, ofRow } = FORMS[name]!;
    for (const actor of actors) {
      const base = { actor, target: name, endpoint: `/do/${name}`, permission };
      const about = (id: string): Fields => ({ ...fields, [rowField]: id, ...(isVersioned ? { version: "999999" } : {}) });
      const isAllowed = isAllowedTo(actor, permission);
      const objects: { readonly object: Standing; readonly fields: Fields }[] = [];
      if (!row) {
        if (!isAllowed) objects.push({ object: "none", fields: complete });
      } else {
        // Nobody's rows: who has none of his own tries those of the first house.
        const owner = actor.owner.userId === "" ? actors[0]!.owner : actor.owner;
        const { own, foreign } = await rowsFor(prisma, row, owner);
        const whole = async (id: string): Promise<Fields> => ({ ...about(id), ...(await ofRow?.(prisma, id)) });
        if (own && (isVersioned || !isAllowed)) objects.push({ object: "own", fields: await whole(own) });
        // With the version that the row has, so that nothing but the access rules stands in the way.
        if (foreign) objects.push({ object: "foreign", fields: { ...(await whole(foreign)), ...(isVersioned ? { version: await versionOf(foreign, prisma) } : {}) } });
        objects.push({ object: "absent", fields: about(NOTHING) }, { object: "malformed", fields: about("abc") });
      }
      for (const one of objects) for (const verb of FORM_VERBS) cells.push({ ...base, ...one, verb });
    }
  }
  return cells;
}

/** Whether the policy lets this actor use it; a session that ended lets nobody. */
export function isAllowedTo(actor: Actor, permission: Permission | null): boolean {
  return permission === null || (actor.standing === "signed in" && actor.role !== null && may(actor.role, permission));
}

/** What belongs to one person, and not to the house. */
const PERSONAL = ["/facility/residents/import/[id]"];

type Found = { readonly target: string; readonly owner: Actor };

/** The addresses of a page about one row, each with an actor to whom it belongs. */
async function objectsOf(route: string, permission: Permission, actors: readonly Actor[], prisma: PrismaClient): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const owner of actors.filter((actor) => isAllowedTo(actor, permission))) {
    // Whoever sees all rows owns them together with everybody else who does.
    if (isWide(owner) && found.length > 0) continue;
    // Not every house has a row in each state; that nobody has one is a fault.
    const targets = await addressesOf(route, prisma, owner.owner).catch(() => []);
    for (const target of targets) if (!found.some((one) => one.target === target)) found.push({ target, owner });
  }
  if (found.length === 0) throw new Error(`nobody has a row for ${route}`);
  return found;
}

async function standingOf(actor: Actor, { target, owner }: Found, permission: Permission, prisma: PrismaClient): Promise<Standing> {
  if (actor.standing !== "signed in") return "foreign";
  if (actor.name === owner.name || (isWide(actor) && isAllowedTo(actor, permission))) return "own";
  if (actor.owner.facilityId !== null && actor.owner.facilityId === owner.owner.facilityId) return "colleague";
  if (actor.owner.staffId !== null && (await isOnTour(actor.owner.staffId, idIn(target), prisma))) return "colleague";
  return actor.role === owner.role ? "foreign" : "foreign kind";
}

/** The office and the oversight: not bound to a house or a crew. */
const isWide = ({ owner, standing }: Actor): boolean => standing === "signed in" && owner.facilityId === null && owner.staffId === null;

const idIn = (target: string): string => /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(target)?.[0] ?? NOTHING;

/** Whether the row, a tour or something on one, is on a tour of this member of the crew. */
async function isOnTour(staffId: string, id: string, prisma: PrismaClient): Promise<boolean> {
  const tour = { members: { some: { staffId } } };
  const counts = await Promise.all([prisma.tour.count({ where: { id, ...tour } }), prisma.visit.count({ where: { id, tour } }), prisma.appointment.count({ where: { id, visit: { tour } } })]);
  return counts.some((count) => count > 0);
}

/** The version of a row of any table that keeps one. */
async function versionOf(id: string, prisma: PrismaClient): Promise<string> {
  const tables = await prisma.$queryRaw<{ name: string }[]>`SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'version' AND table_name IN (SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'id')`;
  const rows = await prisma.$queryRawUnsafe<{ version: number }[]>(tables.map(({ name }) => `SELECT version FROM "${name}" WHERE id = '${id}'::uuid`).join(" UNION ALL "));
  return String(rows[0]?.version ?? 1);
}

const filled = (route: string, id: string): string => route.replace(/\[\w+\]/, id);
