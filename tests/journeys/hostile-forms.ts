import { join } from "node:path";
import type { Permission } from "@/lib/auth/policy";
import { accessEntries } from "@/scripts/access/entries";
import type { PrismaClient } from "@/prisma/generated/client/client";
import { aListOf } from "./lists";
import type { Owner } from "./people";
import type { Fields } from "./visitor";

const ROOT = join(__dirname, "../..");

export type KnownAction = { readonly name: string; readonly permission: Permission | null };

/** Every action of the portal with its permission, from the access table; null for one that nobody needs to be signed in for. */
export function everyAction(): readonly KnownAction[] {
  return accessEntries(ROOT).entries.flatMap(({ kind, name, permission }) => (kind === "action" ? [{ name: name.slice("/do/".length), permission }] : []));
}

/** No row has it. */
export const NOTHING = "01890000-0000-7000-8000-000000000000";

type RowKind = "resident" | "request" | "case" | "cardCase" | "paperCase" | "visit" | "tour" | "appointment" | "user" | "session" | "membership" | "mail" | "kit" | "reservation" | "hold" | "factor" | "colleague" | "colleagueship" | "reset" | "list" | "parameter";
/** The form of an action, complete but for the row that it is about. */
export type KnownForm = { readonly fields: Fields; readonly row?: RowKind; readonly rowField?: string; readonly isVersioned?: boolean; /** What makes the form whole, for those who may not send it. */ readonly complete?: Fields; /** What else the form holds that belongs to the row: a part of it. */ readonly ofRow?: (prisma: PrismaClient, id: string) => Promise<Fields> };

export const PERSON: Fields = {
  lastName: "Muster", firstNames: "Erika", "bornOn.day": "1", "bornOn.month": "2", "bornOn.year": "1940", nationality: "GERMAN", mainResidence: "DORTMUND", idCardState: "EXPIRED",
  capacity: "CAPABLE", representation: "NONE", appliesBy: "SELF", mobility: "COMES_TO_ROOM", fingerprintObstacle: "NONE",
};
const FRAME: Fields = { fromMinutes: "8:00", untilMinutes: "12:00" };
const SITE: Fields = {
  version: "999999", contactName: "Erika Muster", contactPhone: "0231 1", contactEmail: "kontakt@haus.example", room: "Saal", mobileReception: "GOOD", parking: "", accessNote: "", gateMinutes: "0",
  visitsFrom: "8:00", visitsUntil: "16:00",
};
const PARAMETER: Fields = { key: "feeIdCard", value: "50,00", "validFrom.day": "1", "validFrom.month": "1", "validFrom.year": "2090", source: "PAuswGebV § 1", note: "" };
/** An open application for a card. */
const CARD_CASE = { service: "ID_CARD", state: { not: "CLOSED" } } as const;
const about = (row: RowKind, fields: Fields = {}): KnownForm => ({ fields, row, isVersioned: true });

/** Somebody who comes to a visit. */
const somebodyAt = async (prisma: PrismaClient, visitId: string): Promise<Fields> => ({ resident: (await prisma.appointment.findFirst({ where: { visitId, removedAt: null }, select: { case: { select: { residentId: true } } } }))?.case.residentId ?? NOTHING });

/** What each form holds; an action that is missing here fails its test. */
export const FORMS: Readonly<Record<string, KnownForm>> = {
  "login.code": { fields: {} },
  "login.redeem": { fields: {} },
  "login.demo": { fields: { email: "absent@demo.example" } },
  "account.signOut": { fields: { surprise: "1" } },
  "account.stay": { fields: { surprise: "1" } },
  "account.endSession": { fields: {}, row: "session", rowField: "sessionId" },
  "account.endOthers": { fields: { surprise: "1" } },
  "account.switchRole": { fields: {}, row: "membership", rowField: "membershipId" },
  "factor.prove": { fields: { code: "" } },
  "factor.passkey": { fields: { response: "{}" } },
  "factor.demo": { fields: {} },
  "factor.beginTotp": { fields: {} },
  "factor.confirmTotp": { fields: { name: "Handy", code: "12345" } },
  "factor.addPasskey": { fields: { name: "Gerät", response: "{}" } },
  "factor.leave": { fields: {} },
  "factors.beginTotp": { fields: { surprise: "1" } },
  "factors.confirmTotp": { fields: { name: "Handy", code: "12345" } },
  "factors.addPasskey": { fields: { name: "Gerät", response: "{}" } },
  "factors.rename": { fields: { name: "Handy" }, row: "factor" },
  "factors.remove": { fields: {}, row: "factor" },
  "factors.newCodes": { fields: {} },
  "factors.codesNoted": { fields: {} },
  "recovery.ask": { fields: {}, row: "colleague", rowField: "userId" },
  "recovery.confirm": { fields: {}, row: "reset" },
  "recovery.refuse": { fields: {}, row: "reset" },
  // The second name is one that nobody has but the people of the security tests: there are some of it in many houses.
  "residents.find": { fields: { name: "Niemand" }, complete: { name: "Zyxwvut12" } },
  "residents.add": { fields: { ...PERSON, lastName: "" }, complete: PERSON },
  "residents.change": about("resident", PERSON),
  "residents.markGone": about("resident"),
  "releases.move": about("resident", { kind: "EXPECTED", "releaseOn.day": "1", "releaseOn.month": "2", "releaseOn.year": "2000" }),
  "lists.read": { fields: { surprise: "1" } },
  "lists.take": { fields: {}, row: "list" },
  "lists.drop": { fields: {}, row: "list" },
  "site.confirm": { fields: { surprise: "1" }, isVersioned: true, complete: { version: "999999" } },
  "site.change": { fields: { contactName: "" }, isVersioned: true, complete: SITE },
  "visits.confirm": about("visit"),
  "visits.question": about("visit", { reason: "OTHER" }),
  "visits.leave": { ...about("visit", { resident: NOTHING, reason: "IN_HOSPITAL" }), ofRow: somebodyAt },
  "visits.order": { ...about("visit", { resident: NOTHING, direction: "LATER" }), ofRow: somebodyAt },
  "visits.join": about("visit", { resident: NOTHING }),
  "visits.findPerson": { fields: { name: "Niemand" }, row: "visit" },
  "visits.add": { ...about("visit", { resident: NOTHING, service: "ID_CARD", informed: "yes" }), ofRow: somebodyAt },
  "requests.draft": { fields: {}, row: "resident", rowField: "residents" },
  "requests.setPeople": { ...about("request"), ofRow: async (prisma, requestId) => ({ stated: (await prisma.case.findFirst({ where: { requestId, ...CARD_CASE } }))?.residentId ?? NOTHING }) },
  "requests.setWishes": about("request"),
  "requests.discard": about("request"),
  "requests.send": about("request", { informed: "on" }),
  "requests.answer": about("request", { informed: "on" }),
  "requests.withdraw": about("request", { reason: "MISTAKE" }),
  "requests.withdrawCase": about("case", { reason: "MISTAKE" }),
  "intake.accept": about("request"),
  "intake.question": about("request", { reason: "DATES_UNSUITABLE" }),
  "intake.decline": about("request", { reason: "DUPLICATE" }),
  "intake.settle": about("paperCase"),
  "intake.authorise": about("cardCase", { "authorisedOn.day": "1", "authorisedOn.month": "2", "authorisedOn.year": "2026" }),
  "intake.decideFee": about("cardCase", { decision: "WAIVED", reason: "NO_OWN_MEANS" }),
  "mails.resend": { fields: {}, row: "mail" },
  "tours.make": { fields: { ...FRAME, "tourOn.day": "1", "tourOn.month": "2", "tourOn.year": "2030", vehicleId: NOTHING, staffIds: [NOTHING] }, row: "kit", rowField: "kitId" },
  "tours.crew": about("tour", { staffIds: [NOTHING] }),
  "tours.kit": about("tour", { kitId: NOTHING }),
  "tours.vehicle": about("tour", { vehicleId: NOTHING }),
  "tours.frame": about("tour", FRAME),
  "tours.cancel": about("tour"),
  "tours.announce": about("tour"),
  "tours.take": { fields: { visit: `${NOTHING}:1` }, row: "tour", rowField: "tourId" },
  "visits.fill": about("visit", { resident: NOTHING }),
  "visits.place": about("visit", { tourId: NOTHING }),
  "visits.move": about("visit", { tourId: NOTHING }),
  "visits.remove": about("visit"),
  "visits.announce": about("visit"),
  "visits.clear": about("visit"),
  "absences.enter": { fields: { resource: `STAFF:${NOTHING}`, "fromOn.day": "1", "fromOn.month": "2", "fromOn.year": "2030", "untilOn.day": "2", "untilOn.month": "2", "untilOn.year": "2030", ...FRAME, reason: "LEAVE" } },
  "absences.end": { fields: {}, row: "reservation" },
  "review.leave": { fields: { finding: "b1.k1.none", reason: "NONE" }, complete: { finding: "b1.k1.none", reason: "AGREED" } },
  "review.show": { fields: { finding: "b1.k1.none" } },
  "field.start": about("tour"),
  "field.finish": about("tour"),
  "cards.arrive": { fields: {}, row: "case", rowField: "cards" },
  "cards.collect": { fields: { way: "SHIPPED", oldCard: "NONE" }, row: "case", rowField: "card" },
  "field.correct": about("appointment", { result: "ABSENT", because: "MISTYPED" }),
  "field.record": about("appointment", { outcome: "APPLIED" }),
  "parameters.check": { fields: { ...PARAMETER, value: "4711,000" }, complete: PARAMETER },
  "parameters.add": { fields: { ...PARAMETER, value: "4711,000" }, complete: PARAMETER },
  "parameters.withdraw": { fields: {}, row: "parameter" },
  "holds.set": { fields: { reason: "COMPLAINT", "untilOn.day": "1", "untilOn.month": "2", "untilOn.year": "2000" }, row: "request", rowField: "requestId" },
  "holds.lift": about("hold"),
  "subjects.find": { fields: { lastName: "", firstNames: "Erika" }, complete: { lastName: "Niemand", firstNames: "Erika", "bornOn.day": "1", "bornOn.month": "2", "bornOn.year": "1940" } },
  "subjects.correct": about("resident", { lastName: "Muster", firstNames: "Erika", "bornOn.day": "1", "bornOn.month": "2", "bornOn.year": "1940", nationality: "GERMAN", mainResidence: "DORTMUND" }),
  "subjects.restrict": about("resident", { reason: "OBJECTION" }),
  "subjects.announceLift": about("hold"),
  "subjects.lift": about("hold", { reason: "SETTLED" }),
  "users.invite": { fields: { email: "not an address" } },
  "users.disable": about("user"),
  "users.enable": about("user"),
  "users.endSessions": about("user"),
  "users.addRole": about("user", { role: "CREW" }),
  "users.makeLead": about("user", { membershipId: NOTHING }),
  "colleagues.invite": { fields: { email: "not an address" }, complete: { name: "Erika Muster", email: "erika@haus.example" } },
  "colleagues.resend": { fields: {}, row: "colleagueship" },
  "colleagues.remove": { fields: {}, row: "colleagueship" },
  "colleagues.handOver": { fields: {}, row: "colleagueship" },
  "users.endRole": about("user", { membershipId: NOTHING }),
};

type Found = { readonly id: string } | null;
export type Rows = { readonly own: string | null; readonly foreign: string | null };

/** A row that the owner may touch, and one that belongs to somebody else (null where all of them are in reach). */
export async function rowsFor(prisma: PrismaClient, kind: RowKind, owner: Owner): Promise<Rows> {
  const { facilityId, staffId, userId } = owner;
  const inFacility = facilityId === null ? {} : { facilityId };
  const outside = facilityId === null ? null : { facilityId: { not: facilityId } };
  const onTour = staffId === null ? {} : { members: { some: { staffId } } };
  const offTour = staffId === null ? null : { members: { none: { staffId } } };
  const pair = async (own: Promise<Found>, foreign: Promise<Found> | null): Promise<Rows> => ({ own: (await own)?.id ?? null, foreign: (await foreign)?.id ?? null });
  switch (kind) {
    case "resident": return pair(prisma.resident.findFirst({ where: inFacility }), outside && prisma.resident.findFirst({ where: outside }));
    // Somebody else's has what every form of a request asks for: a person who applies for a card.
    case "request": return pair(prisma.visitRequest.findFirst({ where: inFacility }), outside && prisma.visitRequest.findFirst({ where: { ...outside, cases: { some: CARD_CASE } } }));
    case "case": return pair(prisma.case.findFirst({ where: inFacility }), outside && prisma.case.findFirst({ where: outside }));
    case "cardCase": return pair(prisma.case.findFirst({ where: { ...inFacility, ...CARD_CASE } }), outside && prisma.case.findFirst({ where: { ...outside, ...CARD_CASE } }));
    // It needs no visit: the only kind that the office settles on paper.
    case "paperCase": return pair(prisma.case.findFirst({ where: { ...inFacility, service: "DUTY_EXEMPTION" } }), outside && prisma.case.findFirst({ where: { ...outside, service: "DUTY_EXEMPTION", state: "ACCEPTED" } }));
    case "visit": return pair(prisma.visit.findFirst({ where: inFacility }), outside && prisma.visit.findFirst({ where: { ...outside, state: "ANNOUNCED" } }));
    case "tour": return pair(prisma.tour.findFirst({ where: onTour }), offTour && prisma.tour.findFirst({ where: offTour }));
    case "appointment": return pair(prisma.appointment.findFirst({ where: { visit: { tour: onTour } } }), offTour && prisma.appointment.findFirst({ where: { visit: { tour: offTour } } }));
    case "user": return pair(prisma.user.findFirst({ where: { id: { not: userId } } }), null);
    case "session": return pair(prisma.session.findFirst({ where: { userId, endedAt: null } }), prisma.session.findFirst({ where: { userId: { not: userId } } }));
    case "membership": return pair(prisma.membership.findFirst({ where: { userId } }), prisma.membership.findFirst({ where: { userId: { not: userId } } }));
    case "mail": return pair(prisma.mailOrder.findFirst(), null);
    case "kit": return pair(prisma.caseKit.findFirst(), null);
    case "colleague": return pair(prisma.user.findFirst({ where: { id: { not: userId }, memberships: { some: inFacility } } }), outside && prisma.user.findFirst({ where: { memberships: { every: outside, some: {} } } }));
    case "colleagueship": return pair(prisma.membership.findFirst({ where: { ...inFacility, endedAt: null, userId: { not: userId } } }), outside && prisma.membership.findFirst({ where: { ...outside, endedAt: null } }));
    case "reset": return pair(prisma.factorReset.findFirst(), null);
    case "factor": return pair(prisma.factor.findFirst({ where: { userId } }), prisma.factor.findFirst({ where: { userId: { not: userId } } }));
    case "reservation": return pair(prisma.reservation.findFirst(), null);
    case "list": return pair(aListOf(prisma, facilityId === null ? {} : { facilityId, userId }), outside && aListOf(prisma, outside));
    case "parameter": return pair(prisma.legalParameter.findFirst(), null);
    case "hold": return pair(prisma.deletionHold.findFirst(), null);
  }
}

/** What comes and goes without a change of the portal's own matters. */
const UNCOUNTED = ["Session", "FactorChallenge", "FormEcho", "LoginCode", "RateCount", "AuditEntry", "AuditSeal", "AuditAnchor", "RefusalCount", "DeletionRun", "_prisma_migrations"];

/** One value for everything that is stored: it differs as soon as any row does. */
export async function contentOf(prisma: PrismaClient): Promise<string> {
  const tables = await prisma.$queryRaw<{ name: string }[]>`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY table_name`;
  const counted = tables.map(({ name }) => name).filter((name) => !UNCOUNTED.includes(name));
  const parts = counted.map((name) => `SELECT '${name}' AS name, count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) AS hash FROM "${name}" t`);
  const rows = await prisma.$queryRawUnsafe<{ name: string; hash: string }[]>(parts.join(" UNION ALL "));
  return rows.map(({ name, hash }) => `${name} ${hash}`).join("\n");
}

/** The tables of which something differs between two contents. */
export function changedTables(before: string, after: string): readonly string[] {
  const known = new Set(before.split("\n"));
  return after.split("\n").filter((line) => !known.has(line)).map((line) => line.split(" ")[0]!);
}
