import { recordOutcome } from "@/lib/appointments/commands";
import { dateColumn } from "@/lib/db/civil";
import { env } from "@/lib/env";
import { saveEcho } from "@/lib/forms/echo";
import { acceptRequest, questionRequest } from "@/lib/intake/commands";
import { requestForDecision } from "@/lib/intake/queries";
import { writeOrder } from "@/lib/mail/write";
import { answerRequest, sendRequest } from "@/lib/requests/commands";
import { viewRequest } from "@/lib/requests/queries";
import { enterAbsence } from "@/lib/reservations/commands";
import { addResident, changeResident } from "@/lib/residents/commands";
import { viewResident } from "@/lib/residents/queries";
import { addMonths, civilDateOf, instantOf } from "@/lib/time/calendar";
import { startTour } from "@/lib/tours/commands";
import { announceVisit, placeVisit } from "@/lib/visits/commands";
import { viewVisitPlan } from "@/lib/visits/queries";
import { seed } from "@/prisma/seed/main";
import { aFacility, aPrison } from "@/tests/builders/facilities";
import { aKit, aStaffMember, aVehicle, trainingOf } from "@/tests/builders/resources";
import { signedIn, store } from "@/tests/builders/store";
import { aBookedTour } from "@/tests/builders/tours";
import { useDatabase } from "./database";
import { aDesk, aHouse, aMadeTour, aWaitingVisit, tourForm, valueOf, visitForm, type House } from "./desk";
import { aDraftFor, aTypedPerson, requestForm, rosterOf } from "./facility-house";

const database = useDatabase();

/** Codes that say something about somebody's health or custody. */
const CODES = [
  "COMES_TO_ROOM", "BEDSIDE", "CAPABLE", "INCAPABLE", "GUARDIAN_RESIDENCE", "GUARDIAN_OTHER", "POWER_CERTIFIED", "POWER_SIMPLE", "CUSTODIAN", "WITH_REPRESENTATIVE", "REPRESENTATIVE_ALONE",
  "SUBSTITUTE_FINGER", "TEMPORARY_ALL", "PERMANENT_MEDICAL", "SENTENCE", "REMAND", "DEFAULT_IMPRISONMENT", "IN_HOSPITAL", "ILL_TODAY", "REFUSED", "RELEASED", "TRANSFERRED", "DECEASED", "ILLNESS",
];
/** Words that somebody types into a note. */
const NOTES = ["Kanarienfacility", "Kanarienantwort", "Kanarienoffice", "Kanariencrew", "Kanarienintern", "Kanarienecho"];
const CANARY = new RegExp(`\\b(${[...CODES, ...NOTES].join("|")})\\b`);

type Found = { readonly place: string; readonly text: string };

/** Every value of every column of every table, as text. */
async function everything(): Promise<readonly Found[]> {
  const tables = await database.prisma().$queryRaw<{ table: string }[]>`SELECT table_name AS "table" FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`;
  const found: Found[] = [];
  for (const { table } of tables) {
    const rows = await database.prisma().$queryRawUnsafe<{ row: Record<string, unknown> }[]>(`SELECT to_jsonb(t) AS row FROM "${table}" t`);
    for (const { row } of rows) for (const [column, value] of Object.entries(row)) if (value !== null) found.push({ place: `${table}.${column}`, text: typeof value === "string" ? value : JSON.stringify(value) });
  }
  return found;
}

/** Where a readable canary stands; the portal's own sealed values are base64, which no canary survives. */
async function placesOf(canary: RegExp): Promise<readonly string[]> {
  return [...new Set((await everything()).filter(({ text }) => canary.test(text)).map(({ place }) => place))];
}

const today = async () => civilDateOf(await database.now());

/** A home asks, the office asks back, the home answers, the office takes it on, a tour goes there. */
async function asksAndIsPlanned(house: House): Promise<void> {
  const desk = await aDesk(database);
  const typed = aTypedPerson({ capacity: "INCAPABLE", representation: "GUARDIAN_RESIDENCE", appliesBy: "WITH_REPRESENTATIVE", isRepresentativePresent: true, mobility: "BEDSIDE", fingerprintObstacle: "TEMPORARY_ALL" });
  const person = valueOf(await addResident(house.person, typed));
  valueOf(await changeResident(house.person, { ...typed, id: person.id, version: 1, fingerprintObstacle: "SUBSTITUTE_FINGER" }));
  const draft = await aDraftFor(database, house, [person]);
  valueOf(await sendRequest(house.person, { ...draft, note: "Kanarienfacility", informed: true }));
  valueOf(await questionRequest(desk.lead, { ...(await requestForm(database, draft.id)), reason: "REPRESENTATION_UNCLEAR", note: "Kanarienoffice" }));
  valueOf(await answerRequest(house.person, { ...(await requestForm(database, draft.id)), note: "Kanarienantwort", informed: true }));
  valueOf(await acceptRequest(desk.lead, await requestForm(database, draft.id)));
  expect((await viewRequest(house.person, draft.id))?.facilityNote).toBe("Kanarienfacility\n\nKanarienantwort");
  expect(await requestForDecision(desk.lead, draft.id)).toMatchObject({ officeNote: "Kanarienoffice", persons: [{ isBedside: true }] });
  const { visitId } = await database.prisma().appointment.findFirstOrThrow({ where: { case: { requestId: draft.id } } });
  const tourId = await aMadeTour(desk);
  valueOf(await placeVisit(desk.lead, { ...(await visitForm(database, visitId)), tourId, startMinutes: null }));
  valueOf(await announceVisit(desk.lead, await visitForm(database, visitId)));
  await viewVisitPlan(desk.lead, visitId);
  await viewResident(house.person, person.id);
  await rosterOf(house.person);
  const ill = { fromOn: desk.day, fromMinutes: 0, untilOn: addMonths(desk.day, 1), untilMinutes: 0, reason: "ILLNESS" } as const;
  valueOf(await enterAbsence(desk.lead, { resourceKind: "STAFF", resourceId: desk.staff[3], ...ill }));
}

/** A prison enters somebody whose release is far away, and asks. Answers the day of the release. */
async function entersAnInmate(prison: House): Promise<string> {
  const releaseOn = addMonths(await today(), 31);
  const typed = aTypedPerson({ custodyKind: "SENTENCE", custodySinceOn: addMonths(await today(), -17), releaseOn });
  const person = valueOf(await addResident(prison.person, typed));
  expect(await viewResident(prison.person, person.id)).toHaveProperty("facts.custody", { kind: "SENTENCE", sinceOn: addMonths(await today(), -17), releaseOn });
  return releaseOn;
}

/** A crew finds somebody in hospital. */
async function findsNobody(house: House): Promise<void> {
  const day = await today();
  const [kit, vehicle, staff] = [aKit(), aVehicle(), [aStaffMember(), aStaffMember()]];
  const booked = aBookedTour({ kit, vehicle, crew: staff }, { tourOn: dateColumn(day), departsAt: instantOf(day, 8 * 60), returnsAt: instantOf(day, 12 * 60) });
  await store(database.prisma(), { caseKit: [kit], vehicle: [vehicle], staffMember: staff, training: staff.map((member) => trainingOf(member)) });
  await store(database.prisma(), { tour: [booked.tour], tourMember: booked.members, reservation: booked.reservations });
  const stay = { state: "CONFIRMED", tourId: booked.tour.id, startsAt: instantOf(day, 9 * 60), endsAt: instantOf(day, 11 * 60), crewNote: "Kanariencrew", internalNote: "Kanarienintern" } as const;
  const visit = await aWaitingVisit(database, house, { count: 2, care: { mobility: "BEDSIDE" } }, stay);
  const { person: crew } = await signedIn(database.prisma(), "CREW", { staff: staff[0]! });
  valueOf(await startTour(crew, await tourForm(database, booked.tour.id)));
  const { id, version } = await database.prisma().appointment.findFirstOrThrow({ where: { visitId: visit.id } });
  valueOf(await recordOutcome(crew, { id, version, outcome: "NOT_POSSIBLE", reason: "IN_HOSPITAL" }));
}

describe("after the demo city and the main flows", () => {
  let releaseOn = "";
  beforeAll(async () => {
    await seed();
    const home = await aHouse(database, aFacility());
    const prison = await aHouse(database, aPrison());
    await asksAndIsPlanned(home);
    releaseOn = await entersAnInmate(prison);
    await findsNobody(home);
    await saveEcho({ action: "residents.add", values: { mobility: ["BEDSIDE"], lastName: ["Kanarienecho"] }, errors: [] }, null, "the key of a browser");
  });

  test("no code of health or custody and no typed note stands readable in any column of any table", async () => {
    expect((await everything()).length).toBeGreaterThan(10_000);
    expect(await placesOf(CANARY)).toEqual([]);
  });

  test("the day of a release stands nowhere, in no date either", async () => {
    expect(await placesOf(new RegExp(releaseOn))).toEqual([]);
  });

  test("the mails that were ordered say none of it", async () => {
    const orders = await database.prisma().mailOrder.findMany();
    expect(orders.length).toBeGreaterThan(20);
    const written = orders.map((order) => JSON.stringify(writeOrder(order, env(), order.createdAt)));
    expect(written.filter((text) => CANARY.test(text) || text.includes(releaseOn))).toEqual([]);
  });

  test("the database does not even know the codes", async () => {
    const labels = await database.prisma().$queryRaw<{ label: string }[]>`SELECT enumlabel AS label FROM pg_enum`;
    expect(labels.map(({ label }) => label).filter((label) => CANARY.test(label))).toEqual([]);
  });

  test("the sweep finds what stands readable, in a text and inside of JSON", async () => {
    await database.prisma().siteSheet.updateMany({ data: { accessNote: "Frau Muster liegt, BEDSIDE" } });
    await database.prisma().mailOrder.updateMany({ data: { facts: { reason: ["ILLNESS"] } } });
    expect([...(await placesOf(CANARY))].sort()).toEqual(["MailOrder.facts", "SiteSheet.accessNote"]);
  });
});
