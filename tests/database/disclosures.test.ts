import { randomUUID } from "node:crypto";
import { recordAudit } from "@/lib/audit/record";
import { scopeOf } from "@/lib/auth/scope";
import { viewed } from "@/lib/audit/view";
import { inScope } from "@/lib/db/in-scope";
import { sealFor } from "@/lib/crypto/columns";
import { disclosureOfAccount, disclosureOfResident } from "@/lib/disclosures/queries";
import { partOf, showing, tablesOf } from "@/lib/disclosures/rules";
import type { Disclosure } from "@/lib/disclosures/types";
import { disclosureFile, documentOf } from "@/lib/messages/disclosure";
import { codeWords } from "@/lib/messages/disclosure-columns";
import { personalColumns } from "@/lib/privacy/register";
import { findSubject } from "@/lib/subjects/commands";
import { subjectsOf } from "@/lib/subjects/queries";
import { dateColumn } from "@/lib/db/civil";
import { aFactor } from "../builders/accounts";
import { aPrison } from "../builders/facilities";
import { aMailOrder } from "../builders/records";
import { aCase, anAppointment, aRequest, aVisit } from "../builders/requests";
import { aCare, aCustody, aResident } from "../builders/residents";
import { aStaffMember, trainingOf } from "../builders/resources";
import { signedIn, store } from "../builders/store";
import { anAbsence } from "../builders/tours";
import { useDatabase } from "./database";
import { aHouse, refusalOf, storeParameters, valueOf } from "./desk";
import { acting, tablesOf as tablesInDatabase } from "./walls";

const database = useDatabase();
beforeAll(() => storeParameters(database));

const SHARED_NOTE = "Kanarinotiz über beide";
const OWN_NOTE = "Kanarinotiz allein";

/** Two people of one prison in one request and one visit, and a request of the first alone; the second one's every value is a canary. */
async function twoPeople() {
  const prisma = database.prisma();
  const { person: lead } = await signedIn(prisma, "TEAM_LEAD");
  const { facility, person: social } = await aHouse(database, aPrison());
  const facilityId = facility.id;
  const one = aResident({ facilityId, lastName: "Gefragt", firstNames: "Frida", bornOn: dateColumn("1950-01-02") });
  const other = aResident({ facilityId, lastName: "Zyxwvut", firstNames: "Qanaria", bornOn: dateColumn("1907-07-07") });
  const shared = aRequest({ facilityId, state: "ACCEPTED", facilityNote: SHARED_NOTE });
  const alone = aRequest({ facilityId, state: "ACCEPTED", facilityNote: OWN_NOTE });
  const visit = aVisit(facility, { internalNote: SHARED_NOTE });
  const cases = [
    aCase({ requestId: shared.id, residentId: one.id, facilityId, state: "ACCEPTED" }),
    aCase({ requestId: shared.id, residentId: other.id, facilityId, state: "ACCEPTED", service: "DUTY_EXEMPTION" }),
    aCase({ requestId: alone.id, residentId: one.id, facilityId, state: "ACCEPTED", service: "PROVISIONAL_ID" }),
  ];
  const now = await database.now();
  const appointments = [
    anAppointment({ visitId: visit.id, caseId: cases[0]!.id, facilityId, outcome: "NOT_POSSIBLE", impediment: "ILL_TODAY", outcomeAt: now, outcomeById: lead.userId }),
    anAppointment({ visitId: visit.id, caseId: cases[1]!.id, facilityId, outcome: "NOT_POSSIBLE", impediment: "DECEASED", outcomeAt: now, outcomeById: lead.userId, position: 2 }),
  ];
  await store(prisma, {
    resident: [one, other],
    residentCare: [aCare({ residentId: one.id, mobility: "BEDSIDE" }), aCare({ residentId: other.id, capacity: "INCAPABLE", representation: "GUARDIAN_OTHER" })],
    residentCustody: [aCustody({ residentId: one.id, kind: "REMAND", releaseOn: "2029-03-04" }), aCustody({ residentId: other.id, releaseOn: "2031-12-13" })],
    visitRequest: [shared, alone], case: cases, visit: [visit], appointment: appointments,
  });
  return { lead, social, one, other, cases, visit, facility };
}

const textOf = (disclosure: Disclosure): string => JSON.stringify(documentOf(disclosure)) + disclosureFile(disclosure);

test("the document shows everything about the one person in German words, and nothing of whoever else is in the same request and visit", async () => {
  const { lead, one, other, cases } = await twoPeople();
  const disclosure = (await disclosureOfResident(lead, one.id))!;
  const text = textOf(disclosure);
  for (const word of ["Gefragt", "Frida", "02.01.1950", "Untersuchungshaft", "04.03.2029", "Am Bett", "Heute krank", "Vorläufiger Personalausweis", OWN_NOTE, "Art. 10 DSGVO", "Sozialdienst der"]) expect([word, text.includes(word)]).toEqual([word, true]);
  for (const word of ["Zyxwvut", "Qanaria", "07.07.1907", "1907", "Verstorben", "DECEASED", "13.12.2031", "Befreiung von der Ausweispflicht\"", SHARED_NOTE, other.id, cases[1]!.id, lead.displayName]) expect([word, text.includes(word)]).toEqual([word, false]);
  expect(text).toContain("Es gibt eine Notiz zu mehreren Personen");
  expect(JSON.parse(disclosureFile(disclosure))).toMatchObject({ kind: "resident", id: one.id, tables: expect.arrayContaining([expect.objectContaining({ table: "ResidentCustody" })]) });
});

test("making it is on record about this one person alone, and the document lists who looked and changed without names", async () => {
  const { lead, social, one, other, cases } = await twoPeople();
  const job = { kind: "system", job: "deletePersonalData" } as const;
  const now = await database.now();
  await inScope(scopeOf(job), (tx) => recordAudit(tx, job, now, [{ action: "requestSent", subject: { kind: "request", id: cases[0]!.requestId } }, { action: "residentChanged", subject: { kind: "resident", id: other.id } }]));
  await viewed(lead, "personsViewed", "/office/persons", () => disclosureOfResident(lead, one.id));
  const entries = await database.prisma().auditEntry.findMany({ where: { subjectIds: { has: one.id }, actorUserId: lead.userId }, orderBy: { id: "asc" } });
  expect(entries.map(({ action, subjectIds }) => [action, subjectIds])).toEqual([["disclosureMade", [one.id]], ["personsViewed", [one.id]]]);
  const second = (await disclosureOfResident(lead, one.id))!;
  expect(second.accesses.map(({ action, role }) => [action, role])).toEqual(expect.arrayContaining([["personsViewed", "TEAM_LEAD"], ["requestSent", null]]));
  expect(second.accesses.map(({ action }) => action)).not.toContain("residentChanged");
  expect(textOf(second)).not.toContain(social.displayName);
});

test("only the office makes it for a resident, and nobody is shown for an id that does not exist", async () => {
  const { lead, social, one } = await twoPeople();
  const roles = ["ADMINISTRATOR", "DATA_PROTECTION_OFFICER", "CREW"] as const;
  for (const role of roles) expect(await disclosureOfResident((await signedIn(database.prisma(), role)).person, one.id)).toBeNull();
  expect(await disclosureOfResident(social, one.id)).toBeNull();
  expect(await disclosureOfResident(lead, randomUUID())).toBeNull();
  expect(await disclosureOfResident(lead, "somebody")).toBeNull();
});

test("the database itself gives a document one person's rows and no other, whatever its queries ask", async () => {
  const { one } = await twoPeople();
  for (const { id: residentId } of await database.prisma().resident.findMany({ select: { id: true } })) {
    const id = randomUUID();
    await database.prisma().releaseForecast.create({ data: { id, residentId, statedAt: new Date(), sealed: sealFor("ReleaseForecast.sealed", id, { from: null, to: "2090-01-02", kind: "FIXED" }) } });
  }
  await acting(database.webUrl(), { group: "portal_subject" }, async (ask) => {
    const rowsOf = async (table: string): Promise<number> => Number((await ask(`SELECT count(*) AS count FROM "${table}"`)).rows[0]!.count);
    const resident = tablesOf("resident");
    for (const table of resident) expect([table, await rowsOf(table)]).toEqual([table, 0]);
    await ask("SELECT set_config('app.subject', $1, true)", [one.id]);
    const counts: [string, number][] = [];
    for (const table of resident) counts.push([table, await rowsOf(table)]);
    expect(counts).toEqual([["Resident", 1], ["ResidentCare", 1], ["ResidentCustody", 1], ["VisitRequest", 2], ["Case", 2], ["Visit", 1], ["Appointment", 1], ["DeletionHold", 0], ["ReleaseForecast", 1]]);
    for (const { name } of await tablesInDatabase(database.url())) expect([name, (await ask(`SELECT has_table_privilege('portal_subject', '"${name}"', 'INSERT') OR has_any_column_privilege('portal_subject', '"${name}"', 'UPDATE') OR has_table_privilege('portal_subject', '"${name}"', 'DELETE') AS may`)).rows]).toEqual([name, [{ may: false }]]);
  });
});

test("every column with personal data is readable for the document, or proves who somebody is, or its table speaks of nobody in particular", async () => {
  const unreadable = await database.prisma().$queryRaw<{ place: string }[]>`
    SELECT table_name || '.' || column_name AS place FROM information_schema.columns WHERE table_schema = 'public' AND NOT has_column_privilege('portal_subject', format('%I', table_name)::regclass, column_name, 'SELECT')`;
  const hidden = new Set(unreadable.map(({ place }) => place));
  const columns = personalColumns.filter(({ table }) => partOf[table as keyof typeof partOf] !== "outside").map(({ table, column }) => `${table}.${column}`);
  const placesThat = (...ways: string[]) => columns.filter((place) => ways.includes(showing[place as keyof typeof showing]));
  expect(placesThat("fact", "opened", "note").length).toBeGreaterThan(50);
  expect(placesThat("fact", "opened", "note").filter((place) => hidden.has(place))).toEqual([]);
  expect(placesThat("proof").filter((place) => !hidden.has(place))).toEqual([]);
});

test("every code that a shown column can hold has its German word", async () => {
  const rows = await database.prisma().$queryRaw<{ place: string; code: string }[]>`
    SELECT c.table_name || '.' || c.column_name AS place, e.enumlabel AS code FROM information_schema.columns c JOIN pg_type t ON t.typname = c.udt_name JOIN pg_enum e ON e.enumtypid = t.oid WHERE c.table_schema = 'public'`;
  const shown = rows.filter(({ place }) => showing[place as keyof typeof showing] === "fact" && !place.startsWith("AuditEntry."));
  expect(shown.length).toBeGreaterThan(20);
  expect(shown.filter(({ place, code }) => !codeWords[place]?.[code]).map(({ place, code }) => `${place} ${code}`)).toEqual([]);
});

test("somebody with an account sees what is stored about it and as a team member, no secret of it and nothing of others", async () => {
  const prisma = database.prisma();
  const member = aStaffMember({ displayName: "Karla Kanari" });
  const other = aStaffMember({ displayName: "Otto Anders" });
  await store(prisma, { staffMember: [member, other], training: [trainingOf(member), trainingOf(other)], reservation: [anAbsence({ staffId: member.id, reason: "ILLNESS" }), anAbsence({ staffId: other.id, reason: "TRAINING" })] });
  const { person } = await signedIn(prisma, "CREW", { staff: member });
  const app = aFactor({ userId: person.userId, name: "Kanarihandy" });
  await store(prisma, { factor: [app], mailOrder: [aMailOrder({ toAddress: person.email, toName: "Karla Kanari" }), aMailOrder({ toAddress: "andere@haus.example" })] });
  const disclosure = await disclosureOfAccount(person);
  const text = textOf(disclosure);
  for (const word of [person.email, "Karla Kanari", "Kanarihandy", "Krank", "Team unterwegs"]) expect([word, text.includes(word)]).toEqual([word, true]);
  for (const word of ["Otto Anders", "\"TRAINING\"", "andere@haus.example", app.sealedSecret!]) expect([word, text.includes(word)]).toEqual([word, false]);
  expect(await prisma.auditEntry.count({ where: { action: "disclosureMade", subjectId: person.userId } })).toBe(1);
});

test("each role gets the document about the own account", async () => {
  for (const role of ["FACILITY_STAFF", "PRISON_SOCIAL_SERVICE"] as const) {
    const { person } = await aHouse(database, role === "PRISON_SOCIAL_SERVICE" ? aPrison() : undefined);
    expect((await disclosureOfAccount(person)).tables.find(({ table }) => table === "User")?.rows).toEqual([expect.objectContaining({ email: person.email })]);
  }
  for (const role of ["TEAM_LEAD", "ADMINISTRATOR", "DATA_PROTECTION_OFFICER"] as const) {
    const { person } = await signedIn(database.prisma(), role);
    expect((await disclosureOfAccount(person)).tables.find(({ table }) => table === "User")?.rows).toEqual([expect.objectContaining({ email: person.email })]);
  }
});

test("somebody is found by the whole name and birth date alone, in large letters or small", async () => {
  const { lead, social, one, other } = await twoPeople();
  const asked = { lastName: "GEFRAGT", firstNames: "frida", bornOn: "1950-01-02" };
  const { ids } = valueOf(await findSubject(lead, asked));
  expect(ids).toContain(one.id);
  expect(ids).not.toContain(other.id);
  expect((await subjectsOf(scopeOf(lead), ids))[0]).toMatchObject({ lastName: "Gefragt", bornOn: "1950-01-02" });
  for (const wrong of [{ ...asked, lastName: "Gefrag" }, { ...asked, lastName: "%" }, { ...asked, firstNames: "_rida" }, { ...asked, bornOn: "1950-01-03" }]) expect(refusalOf(await findSubject(lead, wrong))).toEqual({ code: "subject.unknown" });
  expect(refusalOf(await findSubject(social, asked))).toEqual({ code: "notFound" });
  expect(await subjectsOf(scopeOf(social), ids)).toEqual([]);
  expect(await database.prisma().auditEntry.count({ where: { action: "subjectFound", actorUserId: lead.userId, subjectIds: { has: one.id } } })).toBe(1);
});
