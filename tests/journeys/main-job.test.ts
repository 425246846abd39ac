import type { Page } from "playwright-core";
import { addDays, instantOf } from "@/lib/time/calendar";
import { signedIn, useBrowser } from "./browser";
import { freeDay, madeTour, placeAndAnnounce } from "./desk-work";
import { fill, formOf, openAll, press, requestIdOf, says } from "./forms";
import { entryOf, mailsAt, mailThat, type Entry } from "./mails";
import { usePortal } from "./portal";

const portal = usePortal();
const browser = useBrowser();

/** Nobody of this name stands in the demo city; the mails are searched for both. */
const PERSONS = [
  { lastName: "Prüfstein", firstNames: "Adelheid", bornOn: "1938-04-17" },
  { lastName: "Kontrollmann", firstNames: "Bruno", bornOn: "1941-09-02" },
] as const;

describe("the main job, from a home's request to an outcome", () => {
  const nowhere = {} as { home: Page; lead: Page; crew: Page };
  const facts = { requestId: "", reference: "", visitId: "", visitReference: "", tourId: "", day: "", contact: "", handOverId: "", handOverTourId: "" };
  let entry: Entry;

  const origin = (): string => portal.origins()[0]!;

  test("the home adds two persons and requests a visit, without JavaScript", async () => {
    const home = (nowhere.home = await signedIn(browser(), origin(), "burgholz", { javaScriptEnabled: false }));
    for (const person of PERSONS) {
      await home.goto("/facility/residents/new");
      const form = formOf(home, "residents.add");
      await fill(form, { ...person, nationality: "GERMAN", mainResidence: "DORTMUND", idCardState: "EXPIRED", capacity: "CAPABLE", representation: "NONE", appliesBy: "SELF", mobility: "COMES_TO_ROOM", fingerprintObstacle: "NONE" });
      await press(form);
      await says(home, person.lastName);
    }
    const residents = await portal.prisma().resident.findMany({ where: { lastName: { in: PERSONS.map(({ lastName }) => lastName) } }, include: { facility: true } });
    expect(residents).toHaveLength(PERSONS.length);
    facts.contact = residents[0]!.facility.contactEmail;

    await home.goto("/facility/requests/new");
    await fill(formOf(home, "requests.draft"), { residents: residents.map(({ id }) => id) });
    await press(formOf(home, "requests.draft"));
    facts.requestId = requestIdOf(home);

    facts.day = await freeDay(portal);
    await home.goto(`/facility/requests/${facts.requestId}/dates`);
    await openAll(home);
    await fill(formOf(home, "requests.setWishes"), { wish1: facts.day, span1: "FORENOON" });
    await press(formOf(home, "requests.setWishes"));

    await home.goto(`/facility/requests/${facts.requestId}/check`);
    for (const { lastName } of PERSONS) await says(home, lastName);
    await press(formOf(home, "requests.send"));
    await says(home, /informiert/);
    expect((await portal.prisma().visitRequest.findUniqueOrThrow({ where: { id: facts.requestId } })).state).toBe("DRAFT");
    await fill(formOf(home, "requests.send"), { informed: true });
    await press(formOf(home, "requests.send"));
    const request = await portal.prisma().visitRequest.findUniqueOrThrow({ where: { id: facts.requestId } });
    expect(request.state).toBe("SENT");
    facts.reference = request.reference;
    await mailThat(portal.mailbox(), (mail) => mail.subject.includes(facts.reference) && String(mail.to).includes(facts.contact));
  });

  test("the team lead accepts while the mail server is down, and the mail arrives once it is back", async () => {
    const lead = (nowhere.lead = await signedIn(browser(), origin(), "leitung"));
    await lead.goto("/office/inbox");
    await says(lead, facts.reference);
    await portal.stopMailbox();
    await lead.goto(`/office/requests/${facts.requestId}`);
    await press(formOf(lead, "intake.accept"));
    await says(lead, "Angenommen.");
    const order = await portal.prisma().mailOrder.findFirstOrThrow({ where: { requestId: facts.requestId, kind: "request-accepted" } });
    expect(order.state).toBe("PENDING");
    await waitUntil(async () => (await portal.prisma().mailOrder.findUniqueOrThrow({ where: { id: order.id } })).attempts > 0);
    await lead.goto("/office/mails?state=PENDING");
    await says(lead, facts.reference);
    await portal.startMailbox();
    await mailThat(portal.mailbox(), (mail) => mail.subject.includes(facts.reference) && /angenommen/i.test(mail.subject + mail.text));
    const sent = await portal.prisma().mailOrder.findUniqueOrThrow({ where: { id: order.id } });
    expect(sent.messageId).toBe(order.messageId);
  });

  test("the team lead makes a tour, puts the visit on it and announces it with a calendar entry", async () => {
    const { lead } = nowhere;
    facts.tourId = await madeTour(portal, lead, facts.day);
    expect(await portal.prisma().reservation.count({ where: { tourId: facts.tourId, releasedAt: null } })).toBe(4);

    const visit = await portal.prisma().visit.findFirstOrThrow({ where: { state: "TO_PLAN", appointments: { some: { case: { requestId: facts.requestId } } } } });
    Object.assign(facts, { visitId: visit.id, visitReference: visit.reference });
    await placeAndAnnounce(lead, visit.id, facts.tourId, "9:00");
    entry = entryOf(await entryMail(0));
    expect(entry).toMatchObject({ method: "REQUEST", status: "TENTATIVE", sequence: 0, startsAt: instantOf(facts.day, 9 * 60) });
  });

  test("the home confirms, and the calendar entry becomes firm under the same UID", async () => {
    const { home } = nowhere;
    await home.goto(`/facility/visits/${facts.visitId}`);
    await says(home, "Aylin Kaya");
    await press(formOf(home, "visits.confirm"));
    expect((await portal.prisma().visit.findUniqueOrThrow({ where: { id: facts.visitId } })).state).toBe("CONFIRMED");
    const confirmed = entryOf(await entryMail(1));
    expect(confirmed).toMatchObject({ uid: entry.uid, status: "CONFIRMED", sequence: 1 });
  });

  test("a visit moved after its announcement keeps its UID, raises the sequence and must be confirmed anew", async () => {
    const { lead, home } = nowhere;
    await lead.goto(`/office/visits/${facts.visitId}`);
    await openAll(lead);
    const move = formOf(lead, "visits.move").filter({ has: lead.locator('select[name="tourId"]') }).last();
    await fill(move, { tourId: facts.tourId, startMinutes: "10:00" });
    await press(move);
    const moved = entryOf(await entryMail(2));
    expect(moved).toMatchObject({ uid: entry.uid, status: "TENTATIVE", sequence: 2, startsAt: instantOf(facts.day, 10 * 60) });
    for (const member of ["team1", "team2"]) {
      await mailThat(portal.mailbox(), (mail) => /^Tour .*: geändert$/.test(mail.subject) && String(mail.to).includes(`${member}@demo.example`) && /Ein Besuch ist .*verschoben/.test(mail.text) && mail.text.includes(`/field/tours/${facts.tourId}`));
    }
    await home.goto(`/facility/visits/${facts.visitId}`);
    await press(formOf(home, "visits.confirm"));
    expect(entryOf(await entryMail(3))).toMatchObject({ uid: entry.uid, status: "CONFIRMED", sequence: 3 });
  });

  test("a second tour with the same kit is refused and says what is in the way", async () => {
    const { lead } = nowhere;
    const prisma = portal.prisma();
    const kit = await prisma.caseKit.findFirstOrThrow({ where: { label: "Koffer 1" } });
    const vehicle = await prisma.vehicle.findFirstOrThrow({ orderBy: { label: "desc" } });
    const others = await prisma.staffMember.findMany({ where: { displayName: { in: ["Henning Voß", "Merle Brandhoff"] } } });
    expect(others).toHaveLength(2);
    await lead.goto(`/office/tours/new?date=${facts.day}`);
    const form = formOf(lead, "tours.make");
    await fill(form, { tourOn: facts.day, kitId: kit.id, vehicleId: vehicle.id, staffIds: others.map(({ id }) => id), fromMinutes: "9:00", untilMinutes: "12:00" });
    await press(form);
    await says(lead, /Koffer 1 ist am .* von 7:30 bis 15:30 Uhr in Seniorenhaus Burgholz/);
    expect(await formOf(lead, "tours.make").locator('[name="fromMinutes"]').inputValue()).toBe("9:00");
  });

  test("on the day the crew leaves, prints its sheet and records outcomes; one that was not possible comes back to planning", async () => {
    await moveTo(facts.day, 7);
    const crew = (nowhere.crew = await signedIn(browser(), origin(), "team1", { javaScriptEnabled: false }));
    await crew.goto("/field");
    await says(crew, "Seniorenhaus Burgholz");
    await crew.goto(`/field/tours/${facts.tourId}/print`);
    for (const { lastName } of PERSONS) await says(crew, lastName);
    await crew.goto(`/field/tours/${facts.tourId}`);
    await press(formOf(crew, "field.start"));
    await says(crew, "Die Tour ist begonnen.");

    // Whoever else of the house waited for a visit is in it too.
    const absent = await appointmentOf(PERSONS[1]);
    for (const { id } of await portal.prisma().appointment.findMany({ where: { visitId: facts.visitId, removedAt: null, id: { not: absent.id } }, orderBy: { position: "asc" } })) {
      await crew.goto(`/field/visits/${facts.visitId}`);
      await press(formOf(crew, "field.record", id));
      await says(crew, "Ergebnis gespeichert.");
    }
    await crew.goto(`/field/appointments/${absent.id}`);
    await press(formOf(crew, "field.record"));
    await says(crew, "Bitte geben Sie an, warum es nicht möglich war.");
    await fill(formOf(crew, "field.record"), { reason: "ABSENT" });
    await press(formOf(crew, "field.record"));
    await says(crew, "wieder bei der Planung");
    expect(await standing(PERSONS[0])).toEqual(["APPLIED", []]);
    expect(await standing(PERSONS[1])).toEqual(["ACCEPTED", ["TO_PLAN"]]);
  });

  test("the crew corrects a wrong outcome the same day, which takes the case out of planning again, and ends its tour", async () => {
    const { crew } = nowhere;
    const wrong = await appointmentOf(PERSONS[1]);
    await crew.goto(`/field/visits/${facts.visitId}`);
    await crew.locator(`a[href="/field/appointments/${wrong.id}/correct"]`).click();
    await fill(formOf(crew, "field.correct"), { result: "APPLIED" });
    await press(formOf(crew, "field.correct"));
    await says(crew, "Warum berichtigen Sie?");
    expect(await formOf(crew, "field.correct").locator('[name="result"][value="APPLIED"]').isChecked()).toBe(true);
    await fill(formOf(crew, "field.correct"), { because: "MISTYPED" });
    await press(formOf(crew, "field.correct"));
    await says(crew, "Das Ergebnis ist berichtigt.");
    expect(await standing(PERSONS[1])).toEqual(["APPLIED", []]);
    await crew.goto(`/field/tours/${facts.tourId}`);
    await press(formOf(crew, "field.finish"));
    await says(crew, "Die Tour ist abgeschlossen.");
  });

  test("afterwards the crew cannot correct any more and the team lead can, without JavaScript: the case comes back to planning", async () => {
    const wrong = await appointmentOf(PERSONS[1]);
    await moveTo(addDays(facts.day, 1), 10);
    nowhere.crew = await signedIn(browser(), origin(), "team1", { javaScriptEnabled: false });
    await nowhere.crew.goto(`/field/appointments/${wrong.id}/correct`);
    await says(nowhere.crew, /Teamleitung/);
    expect(await formOf(nowhere.crew, "field.correct").count()).toBe(0);

    const lead = (nowhere.lead = await signedIn(browser(), origin(), "leitung", { javaScriptEnabled: false }));
    await lead.goto(`/office/visits/${facts.visitId}`);
    await lead.locator(`a[href="/field/visits/${facts.visitId}"]`).click();
    await lead.locator(`a[href="/field/appointments/${wrong.id}/correct"]`).click();
    await fill(formOf(lead, "field.correct"), { result: "ABSENT", because: "PERSONS_SWAPPED" });
    await press(formOf(lead, "field.correct"));
    await says(lead, "wieder bei der Planung");
    expect(await standing(PERSONS[1])).toEqual(["ACCEPTED", ["TO_PLAN"]]);
    const waiting = await portal.prisma().visit.findFirstOrThrow({ where: { state: "TO_PLAN", appointments: { some: { caseId: wrong.caseId, removedAt: null } } } });
    await lead.goto(`/office/visits/${waiting.id}`);
    await says(lead, PERSONS[1].lastName);
    expect(await portal.prisma().auditEntry.count({ where: { action: "outcomeCorrected", subjectId: wrong.id } })).toBe(2);
  });

  test("the card arrives, and its hand-over is planned and announced, without JavaScript", async () => {
    const applied = await appointmentOf(PERSONS[0]);
    await moveTo(addDays(facts.day, 21), 9);
    const lead = (nowhere.lead = await signedIn(browser(), origin(), "leitung", { javaScriptEnabled: false }));
    await lead.goto("/office/cards");
    await fill(formOf(lead, "cards.arrive"), { cards: [applied.caseId] });
    await press(formOf(lead, "cards.arrive"));
    await says(lead, "Die Aushändigungen liegen jetzt zum Planen bereit.");
    expect(await standing(PERSONS[0])).toEqual(["APPLIED", ["TO_PLAN"]]);

    const handOver = await portal.prisma().appointment.findFirstOrThrow({ where: { caseId: applied.caseId, kind: "HAND_OVER" }, include: { visit: true } });
    facts.day = await freeDay(portal);
    facts.handOverTourId = await madeTour(portal, lead, facts.day);
    await placeAndAnnounce(lead, handOver.visitId, facts.handOverTourId, "9:30");
    Object.assign(facts, { handOverId: handOver.visitId, visitReference: handOver.visit.reference });
    const announced = entryOf(await entryMail(0));
    expect(announced).toMatchObject({ method: "REQUEST", status: "TENTATIVE", startsAt: instantOf(facts.day, 9 * 60 + 30) });
    expect(announced.uid).not.toBe(entry.uid);

    const home = (nowhere.home = await signedIn(browser(), origin(), "burgholz", { javaScriptEnabled: false }));
    await home.goto(`/facility/visits/${handOver.visitId}`);
    await press(formOf(home, "visits.confirm"));
    expect(entryOf(await entryMail(1))).toMatchObject({ uid: announced.uid, status: "CONFIRMED", sequence: 1 });
  });

  test("the crew hands the card over, and its case is done", async () => {
    await moveTo(facts.day, 7);
    const crew = await signedIn(browser(), origin(), "team2", { javaScriptEnabled: false });
    await crew.goto(`/field/tours/${facts.handOverTourId}`);
    await press(formOf(crew, "field.start"));
    await crew.goto(`/field/visits/${facts.handOverId}`);
    await says(crew, PERSONS[0].lastName);
    await press(formOf(crew, "field.record"));
    await says(crew, "Ergebnis gespeichert.");
    await crew.goto(`/field/tours/${facts.handOverTourId}`);
    await press(formOf(crew, "field.finish"));
    const { case: done, outcome } = await portal.prisma().appointment.findFirstOrThrow({ where: { visitId: facts.handOverId }, include: { case: true } });
    expect([outcome, done.state, done.closeReason]).toEqual(["HANDED_OVER", "CLOSED", "DONE"]);
    const lead = await signedIn(browser(), origin(), "leitung", { javaScriptEnabled: false });
    await lead.goto("/office/cards");
    expect(await lead.locator("main").innerText()).not.toContain(PERSONS[0].lastName);
  });

  test("R62: no mail of the whole way names a person, a birth date or the kind of place", async () => {
    const mails = await mailsAt(portal.mailbox());
    expect(mails.length).toBeGreaterThan(7);
    const forbidden = PERSONS.flatMap(({ lastName, firstNames, bornOn }) => [lastName, firstNames, bornOn]);
    const said = mails.map((mail) => JSON.stringify(mail));
    expect(said.filter((text) => forbidden.some((word) => text.includes(word)) || /\bJVA\b|Haft|Seniorenhaus/.test(text))).toEqual([]);
  });

  async function moveTo(day: string, hour: number): Promise<void> {
    await portal.moveClock(instantOf(day, hour * 60).getTime() - Date.now());
  }

  /** The appointment of a person in the first visit. */
  const appointmentOf = ({ lastName }: { readonly lastName: string }) => portal.prisma().appointment.findFirstOrThrow({ where: { visitId: facts.visitId, removedAt: null, case: { resident: { lastName } } } });

  /** Where the case of a person stands, and the visits in which it waits. */
  async function standing({ lastName }: { readonly lastName: string }): Promise<readonly [string, readonly string[]]> {
    const found = await portal.prisma().case.findFirstOrThrow({ where: { requestId: facts.requestId, resident: { lastName } }, include: { appointments: { where: { outcome: null, removedAt: null }, include: { visit: true } } } });
    return [found.state, found.appointments.map(({ visit }) => visit.state)];
  }

  async function entryMail(sequence: number) {
    return mailThat(portal.mailbox(), (mail) => {
      if (!mail.subject.includes(facts.visitReference) || !mail.attachments.some(({ type }) => type.startsWith("text/calendar"))) return false;
      return entryOf(mail).sequence === sequence;
    });
  }
});

async function waitUntil(isTrue: () => Promise<boolean>): Promise<void> {
  const until = performance.now() + 30_000;
  while (performance.now() < until) {
    if (await isTrue()) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("it did not happen in time");
}
