import { randomUUID } from "node:crypto";
import { recordAudit } from "@/lib/audit/record";
import { scopeOf } from "@/lib/auth/scope";
import { seal } from "@/lib/crypto/seal";
import { dateColumn } from "@/lib/db/civil";
import { inScope } from "@/lib/db/in-scope";
import { secretContext } from "@/lib/factors/types";
import { saveEcho } from "@/lib/forms/echo";
import { declineRequest } from "@/lib/intake/commands";
import { readList } from "@/lib/roster-imports/commands";
import { draftRequest } from "@/lib/drafts/commands";
import { sendRequest } from "@/lib/requests/commands";
import { addResident, markGone } from "@/lib/residents/commands";
import { addDays, civilDateOf } from "@/lib/time/calendar";
import { inviteUser } from "@/lib/users/commands";
import { aFactor } from "../builders/accounts";
import { aFacility, aPrison, aClosure, aSiteSheet } from "../builders/facilities";
import { aMailOrder } from "../builders/records";
import { aCase, anAppointment, aRequest, aVisit } from "../builders/requests";
import { aCare, aCustody, aResident } from "../builders/residents";
import { aKit, aStaffMember, aVehicle, trainingOf } from "../builders/resources";
import { signedIn, store } from "../builders/store";
import { aBookedTour, anAbsence } from "../builders/tours";
import type { TestDatabase } from "./database";
import { aHouse, valueOf } from "./desk";
import { aTypedPerson, requestForm } from "./facility-house";

/** Words that stand for a person, each in text that somebody could have typed. */
export const CANARIES = ["Zyxwvut", "kanari-"] as const;
/** Nobody else here was born on this day. */
export const CANARY_BORN_ON = "1907-07-07";
/** In free text, in a column that is about somebody, in what a mail says, in a log's details. */
const word = (place: string): string => `Kanari-${place} Zyxwvut`;
export const BROWSER_KEY = "a-browser-key-of-the-canary";

/**
 * A city in which every text that somebody can type holds a canary, through the commands where there are some: a person whose case is done, one whose card is being made, one who is gone, one in
 * a draft, one whose request is declined; mails, accounts, people of the city and places that are no longer active. Everything ends today; `heldRequestId` is the done one.
 */
export async function aCanaryCity(database: TestDatabase) {
  const prisma = database.prisma();
  const now = await database.now();
  const today = civilDateOf(now);
  // All of it minutes ago: an hour after midnight a visit of hours ago would be one of yesterday.
  const minutesAgo = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);
  const { person: lead } = await signedIn(prisma, "TEAM_LEAD");
  const { person: admin } = await signedIn(prisma, "ADMINISTRATOR");
  const house = await aHouse(database);
  const prison = await aHouse(database, aPrison());
  const canary = { lastName: word("last"), firstNames: word("first"), bornOn: dateColumn(CANARY_BORN_ON), confirmedAt: now };

  // Done: a tour, a visit, an outcome, a closed case; in the prison with custody. Its card, and one that is still being made.
  const [kit, vehicle] = [aKit(), aVehicle()];
  const crew = [aStaffMember(), aStaffMember()];
  const { tour, members, reservations } = aBookedTour({ kit, vehicle, crew }, { state: "DONE", tourOn: dateColumn(today), departsAt: minutesAgo(6), returnsAt: minutesAgo(1) });
  const placed = { state: "DONE", tourId: tour.id, startsAt: minutesAgo(5), endsAt: minutesAgo(2), internalNote: word("internal"), crewNote: word("crewNote") } as const;
  const visit = aVisit(prison.facility, placed);
  const facilityId = prison.facility.id;
  const residents = ["DONE", "MADE"].map(() => aResident({ facilityId, ...canary }));
  const request = aRequest({ facilityId, state: "CLOSED", facilityNote: word("facilityNote"), officeNote: word("officeNote"), closedAt: minutesAgo(1), sentAt: minutesAgo(90), informedAt: minutesAgo(90), createdAt: minutesAgo(90) });
  const pending = aRequest({ facilityId, state: "ACCEPTED", facilityNote: word("facilityNote"), sentAt: minutesAgo(90), informedAt: minutesAgo(90), createdAt: minutesAgo(90) });
  const done = aCase({ requestId: request.id, residentId: residents[0]!.id, facilityId, state: "CLOSED", closeReason: "DONE", closedAt: minutesAgo(1), createdAt: minutesAgo(90) });
  const made = aCase({ requestId: pending.id, residentId: residents[1]!.id, facilityId, state: "APPLIED", createdAt: minutesAgo(90) });
  const outcomes = [
    anAppointment({ visitId: visit.id, caseId: done.id, facilityId, outcome: "HANDED_OVER", kind: "HAND_OVER", outcomeAt: minutesAgo(3), outcomeById: lead.userId }),
    anAppointment({ visitId: visit.id, caseId: made.id, facilityId, outcome: "APPLIED", outcomeAt: minutesAgo(3), outcomeById: lead.userId, position: 2 }),
  ];
  await store(prisma, {
    caseKit: [kit], vehicle: [vehicle], staffMember: crew, training: crew.map((member) => trainingOf(member)), tour: [tour], tourMember: members, reservation: reservations, visit: [visit],
    resident: residents, residentCare: residents.map(({ id }) => aCare({ residentId: id })), residentCustody: residents.map(({ id }) => aCustody({ residentId: id })),
    visitRequest: [request, pending], case: [done, made], appointment: outcomes,
  });

  // Through the commands: one who is gone, one in a draft that is never sent, one whose request is declined with a note.
  const typedPerson = (place: string) => aTypedPerson({ lastName: word(place), firstNames: word("first"), bornOn: CANARY_BORN_ON, isOther: true });
  const add = async (place: string) => valueOf(await addResident(house.person, typedPerson(place)));
  const gone = await prisma.resident.findUniqueOrThrow({ where: { id: (await add("gone")).id } });
  valueOf(await markGone(house.person, { id: gone.id, version: gone.version }));
  valueOf(await draftRequest(house.person, { residents: [(await add("draft")).id] }));
  const declined = await requestForm(database, valueOf(await draftRequest(house.person, { residents: [(await add("declined")).id] })).id);
  valueOf(await sendRequest(house.person, { ...declined, note: word("sent"), informed: true }));
  valueOf(await declineRequest(lead, { ...(await requestForm(database, declined.id)), reason: "DUPLICATE", note: word("declined") }));

  // Typed by the house about itself; it is closed later, like the people and accounts below.
  const contact = { contactName: word("contact"), contactPhone: word("phone"), contactEmail: `kanari-${randomUUID()}@haus.example` };
  const closedHouse = aFacility({ isActive: false, ...contact, createdAt: now });
  await store(prisma, { facility: [closedHouse], siteSheet: [aSiteSheet({ facilityId: closedHouse.id, room: word("room"), parking: word("parking"), accessNote: word("access") })] });
  const former = aStaffMember({ isActive: false, displayName: word("staff"), initials: "Kanari-K", email: "kanari-staff@demo.example" });
  await store(prisma, { staffMember: [former], training: [trainingOf(former)], reservation: [anAbsence({ staffId: former.id, startsAt: minutesAgo(8), endsAt: minutesAgo(1) })] });
  await store(prisma, { closure: [aClosure({ label: word("closure"), fromOn: dateColumn(today), untilOn: dateColumn(addDays(today, 1)) })] });
  const account = valueOf(await inviteUser(admin, { email: "kanari-account@demo.example", displayName: word("account"), role: "FACILITY_STAFF", facilityId: house.facility.id, staffId: null }));
  await prisma.user.update({ where: { id: account.id }, data: { disabledAt: now } });
  await prisma.membership.updateMany({ where: { userId: account.id }, data: { calledName: word("called") } });
  const app = aFactor({ userId: account.id, name: word("factor") });
  await store(prisma, { factor: [{ ...app, sealedSecret: seal(word("secret"), secretContext(app.id)) }] });
  await prisma.mailOrder.updateMany({ data: { state: "SENT", sentAt: now, facts: { path: word("facts") }, calendar: { summary: word("calendar") } } });
  await store(prisma, { mailOrder: [aMailOrder({ state: "FAILED", createdAt: now, toName: word("toName"), toAddress: "kanari-mail@haus.example", facts: { path: word("facts") }, lastError: "refused 550" })] });
  await saveEcho({ action: "residents.add", values: { lastName: [word("echo")] }, errors: [] }, house.person.userId, BROWSER_KEY);
  await prisma.submission.create({ data: { userId: house.person.userId, formKey: randomUUID(), result: { label: word("result") }, createdAt: now } });
  valueOf(await readList(house.person, {}, { name: "liste.csv", bytes: Buffer.from(`Nachname;Vorname;Geboren;${word("column")}\n${word("listed")};${word("first")};1.1.1933;\n`) }));
  const job = { kind: "system", job: "deletePersonalData" } as const;
  await inScope(scopeOf(job), (tx) => recordAudit(tx, job, now, [{ action: "requestSent", subject: { kind: "request", id: request.id }, details: { head: word("details") } }]));
  return { admin, lead, house, heldRequestId: request.id, heldCaseId: done.id };
}
