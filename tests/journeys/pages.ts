import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Permission } from "@/lib/auth/policy";
import { sealFor } from "@/lib/crypto/columns";
import { dataKeysFrom } from "@/lib/env";
import { accessEntries } from "@/scripts/access/entries";
import type { PrismaClient } from "@/prisma/generated/client/client";
import { TEST_DATA_KEYS } from "../builders/keys";
import { aListOf } from "./lists";
import type { Owner } from "./people";

const ROOT = join(__dirname, "../..");
/** Next's own: they have no address that somebody could ask for. */
const WITHOUT_ADDRESS = ["/_global-error", "/_not-found"];

/** `permission` is null for a page that everybody sees. */
export type BuiltPage = { readonly route: string; readonly permission: Permission | null };

/** Every page of the build (or every file to download), with the permission that the access table gives: a new one is tested without anybody listing it. */
export function builtPages(kind: "page" | "route" = "page"): readonly BuiltPage[] {
  const manifest = JSON.parse(readFileSync(join(ROOT, ".next/app-path-routes-manifest.json"), "utf8")) as Record<string, string>;
  const permissions = new Map(accessEntries(ROOT).entries.map(({ name, permission }) => [name, permission]));
  return Object.entries(manifest)
    .filter(([file, route]) => file.endsWith(`/${kind}`) && !WITHOUT_ADDRESS.includes(route))
    .map(([, route]) => {
      const permission = permissions.get(route);
      if (permission === undefined) throw new Error(`${route} does not stand in the access table`);
      return { route, permission };
    })
    .sort((one, other) => one.route.localeCompare(other.route));
}

type Finder = (prisma: PrismaClient, owner: Owner) => Promise<readonly string[]>;

const idsOf = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id);
const facilityOf = ({ facilityId }: Owner) => (facilityId === null ? {} : { facilityId });
const crewOf = ({ staffId }: Owner) => (staffId === null ? {} : { members: { some: { staffId } } });

const drafts: Finder = async (prisma, owner) => {
  const found = await prisma.visitRequest.findFirst({ where: { state: "DRAFT", ...facilityOf(owner) } });
  return [found?.id ?? (await aDraft(prisma, owner.facilityId!))];
};
const tours: Finder = async (prisma, owner) => idsOf(await prisma.tour.findMany({ where: crewOf(owner), distinct: ["state"] }));

/** Somebody with a visit behind or before him or her. */
const aSubject: Finder = async (prisma) => [(await prisma.resident.findFirstOrThrow({ where: { goneOn: null, cases: { some: { appointments: { some: {} } } } } })).id];

/** Where the addresses of the pages about one row come from; one row for each state where the page changes with it. */
const FINDERS: Readonly<Record<string, Finder>> = {
  "/admin/audit/[id]": async (prisma) => idsOf(await prisma.auditEntry.findMany({ distinct: ["subjectKind"] })),
  "/admin/audit/about/[id]": async (prisma) => [(await prisma.auditEntry.findFirstOrThrow({ where: { subjectKind: "request" } })).subjectId!],
  "/admin/audit/export/[format]": async () => ["csv?kind=view", "jsonl?until=2000-01-01"],
  "/admin/users/[id]": async (prisma, { userId }) => [userId, (await prisma.user.findFirstOrThrow({ where: { id: { not: userId } } })).id],
  "/facility/requests/[id]": async (prisma, owner) => idsOf(await prisma.visitRequest.findMany({ where: facilityOf(owner), distinct: ["state"] })),
  "/facility/requests/[id]/check": drafts,
  "/facility/requests/[id]/dates": drafts,
  "/facility/requests/[id]/people": drafts,
  "/facility/requests/[id]/copy": async (prisma, owner) => [(await prisma.visitRequest.findFirstOrThrow({ where: { state: { not: "DRAFT" }, ...facilityOf(owner) } })).id],
  "/facility/requests/[id]/withdraw": async (prisma, owner) => [(await prisma.visitRequest.findFirstOrThrow({ where: { state: { in: ["SENT", "QUESTIONED", "ACCEPTED"] }, ...facilityOf(owner) } })).id],
  "/facility/requests/[id]/copy/download": async (prisma, owner) => [(await prisma.visitRequest.findFirstOrThrow({ where: { state: { not: "DRAFT" }, ...facilityOf(owner) } })).id],
  "/facility/residents/[id]": async (prisma, owner) => [(await prisma.resident.findFirstOrThrow({ where: { goneOn: null, ...facilityOf(owner) } })).id],
  "/facility/residents/[id]/release": async (prisma, owner) => [(await prisma.resident.findFirstOrThrow({ where: { goneOn: null, custody: { isNot: null }, ...facilityOf(owner) } })).id],
  "/facility/residents/import/[id]": async (prisma, { facilityId, userId }) => [(await aListOf(prisma, facilityId === null ? {} : { facilityId, userId })).id],
  "/facility/residents/import/template/[format]": async () => ["csv", "xlsx"],
  "/facility/residents/export/[format]": async () => ["csv", "xlsx"],
  "/facility/visits/[id]": async (prisma, owner) => idsOf(await prisma.visit.findMany({ where: { state: { in: ["ANNOUNCED", "CONFIRMED", "UNDERWAY", "DONE"] }, ...facilityOf(owner) }, distinct: ["state"] })),
  "/facility/visits/[id]/gate/print": async (prisma, owner) => [(await prisma.visit.findFirstOrThrow({ where: { placeKind: "PRISON", state: { in: ["ANNOUNCED", "CONFIRMED"] }, ...facilityOf(owner) } })).id],
  "/facility/visits/[id]/calendar": async (prisma, owner) => [(await prisma.visit.findFirstOrThrow({ where: { state: { in: ["ANNOUNCED", "CONFIRMED"] }, ...facilityOf(owner) } })).id],
  "/facility/visits/[id]/list": async (prisma, owner) => [(await prisma.visit.findFirstOrThrow({ where: { state: { in: ["ANNOUNCED", "CONFIRMED"] }, ...facilityOf(owner) } })).id],
  "/facility/visits/[id]/add": async (prisma, owner) => [(await prisma.visit.findFirstOrThrow({ where: { state: { in: ["ANNOUNCED", "CONFIRMED"] }, announcedAt: { not: null }, startsAt: { not: null }, ...facilityOf(owner) } })).id],
  "/field/appointments/[id]": async (prisma, owner) => [await anOpenAppointment(prisma, owner)],
  "/field/appointments/[id]/correct": async (prisma, owner) => [await aRecordedAppointment(prisma, owner)],
  "/field/tours/[id]": tours,
  "/field/tours/[id]/print": tours,
  "/field/visits/[id]": async (prisma, owner) => idsOf(await prisma.visit.findMany({ where: { state: { not: "CANCELLED" }, tourId: { not: null }, tour: crewOf(owner) }, distinct: ["state"] })),
  "/office/persons/[id]": aSubject,
  "/office/persons/[id]/disclosure": aSubject,
  "/office/requests/[id]": async (prisma) => [await aRequestToRecord(prisma), ...idsOf(await prisma.visitRequest.findMany({ where: { state: { not: "DRAFT" } }, distinct: ["state"] }))],
  "/office/tours/[id]": tours,
  "/office/tours/[id]/print": tours,
  "/office/visits/[id]/gate/print": async (prisma) => [(await prisma.visit.findFirstOrThrow({ where: { placeKind: "PRISON", state: { in: ["PLANNED", "ANNOUNCED", "CONFIRMED"] } } })).id],
  "/office/visits/[id]": async (prisma) => idsOf(await prisma.visit.findMany({ distinct: ["state"] })),
};

/** Pages that show nothing without what the page before asked. */
const QUERY_OF: Readonly<Record<string, string>> = {
  "/admin/parameters/check": `?${new URLSearchParams({ key: "feeIdCard", value: "50,00", validFrom: "2090-01-02", source: "PAuswGebV § 1", note: "" })}`,
};

/** The addresses under which an owner of these rows sees a page. */
export async function addressesOf(route: string, prisma: PrismaClient, owner: Owner): Promise<readonly string[]> {
  if (!route.includes("[")) return [`${route}${QUERY_OF[route] ?? ""}`];
  // A file is about the row of the page that offers it.
  const finder = FINDERS[route] ?? FINDERS[route.replace(/\/[\w-]+$/, "")];
  if (!finder) throw new Error(`${route} needs a row of the demo city: please add where its id comes from to FINDERS in tests/journeys/pages.ts`);
  const ids = await finder(prisma, owner);
  if (ids.length === 0) throw new Error(`the demo city has no row for ${route}`);
  return ids.map((id) => route.replace(/\[\w+\]/, id));
}

/** What the pages that look something up are asked for, beside their plain address. */
const LOOK_UPS: Readonly<Record<string, (prisma: PrismaClient) => Promise<string>>> = {
  "/admin/retention/holds": async (prisma) => `reference=${(await prisma.visitRequest.findFirstOrThrow({ where: { state: { not: "DRAFT" }, cases: { some: {} } } })).reference}`,
};

/** The address of a page that looks something up, with a question that finds something; nothing for every other page. */
export async function lookUpOf(route: string, prisma: PrismaClient): Promise<readonly string[]> {
  const question = LOOK_UPS[route];
  return question ? [`${route}?${await question(prisma)}`] : [];
}

/** A draft with one person in it, of a house that has none. */
async function aDraft(prisma: PrismaClient, facilityId: string): Promise<string> {
  const resident = await prisma.resident.findFirstOrThrow({ where: { facilityId, goneOn: null, cases: { none: {} } } });
  const draft = await prisma.visitRequest.create({ data: { facilityId, reference: `A-TEST-${facilityId.slice(-6)}` } });
  await prisma.case.create({ data: { requestId: draft.id, facilityId, residentId: resident.id, service: "ID_CARD" } });
  return draft.id;
}

/** A request for somebody who is registered in another city and asks for a lower fee: the office records an authorisation and decides. */
async function aRequestToRecord(prisma: PrismaClient): Promise<string> {
  const one = await prisma.case.findFirstOrThrow({ where: { service: "ID_CARD", state: "REQUESTED", request: { state: "SENT", facility: { kind: "NURSING_HOME" } } } });
  await prisma.case.update({ where: { id: one.id }, data: { isReductionAsked: true } });
  await prisma.resident.update({ where: { id: one.residentId }, data: { mainResidence: "ELSEWHERE" } });
  return one.requestId;
}

/** A case with an outcome that this person may correct: of the crew's tour today, for the office any of the past. */
async function aRecordedAppointment(prisma: PrismaClient, owner: Owner): Promise<string> {
  if (owner.staffId === null) return (await prisma.appointment.findFirstOrThrow({ where: { outcome: { not: null }, removedAt: null, visit: { tour: { state: "DONE" } } } })).id;
  const open = await anOpenAppointment(prisma, owner);
  const { visitId, caseId, facilityId, kind } = await prisma.appointment.findUniqueOrThrow({ where: { id: open } });
  const id = randomUUID();
  const impedimentSealed = sealFor("Appointment.impedimentSealed", id, "ABSENT", dataKeysFrom(TEST_DATA_KEYS));
  const recorded = { id, visitId, caseId, facilityId, kind, position: 90, outcome: "NOT_POSSIBLE", impedimentSealed, outcomeAt: new Date() } as const;
  return (await prisma.appointment.create({ data: recorded })).id;
}

/** A case without an outcome on a tour that is under way; the tour of the crew is put under way where none is. */
async function anOpenAppointment(prisma: PrismaClient, { staffId }: Owner): Promise<string> {
  const open = { outcome: null, removedAt: null } as const;
  const tour = { members: { some: { staffId: staffId! } } };
  const found = await prisma.appointment.findFirst({ where: { ...open, visit: { state: "UNDERWAY", tour: { ...tour, state: "UNDERWAY" } } } });
  if (found) return found.id;
  const planned = await prisma.appointment.findFirstOrThrow({ where: { ...open, visit: { state: { in: ["ANNOUNCED", "CONFIRMED"] }, tour: { ...tour, state: "PLANNED" } } }, include: { visit: true } });
  await prisma.tour.update({ where: { id: planned.visit.tourId! }, data: { state: "UNDERWAY", startedAt: new Date() } });
  await prisma.visit.updateMany({ where: { tourId: planned.visit.tourId! }, data: { state: "UNDERWAY" } });
  return planned.id;
}
