import type { Service } from "@/lib/cases/types";
import { accept, ask, decline, draft, question, withdraw, type Wanted } from "./asking";
import { contactOf, houseAt, record, workHour, type City } from "./city";
import { arrive, drive, remind, type Impediments } from "./driving";
import { SHIFTED_INMATE } from "./people";
import { announce, announceAndMove, cancel, clear, confirm, plan, questionDate, type Placed, type Planned, type TourPlan } from "./touring";

const ID_CARD: readonly Service[] = ["ID_CARD"];
const WITH_PROVISIONAL: readonly Service[] = ["ID_CARD", "PROVISIONAL_ID"];
const WITH_ADDRESS: readonly Service[] = ["ID_CARD", "ADDRESS_CHANGE"];

/** The working days of everything that leads to a tour on a day; all of them lie before today. */
function stepsTo(day: number) {
  const written = Math.min(day - 12, -7);
  return { written, accepted: written + 2, planned: written + 3, announced: written + 4, confirmed: written + 5 };
}

/** A house asks in time for a tour on a day, and the office takes it on. */
function askFor(city: City, day: number, wanted: Omit<Wanted, "written" | "wishes">): void {
  const { written, accepted } = stepsTo(day);
  accept(city, ask(city, { ...wanted, written, wishes: [day, day + 1] }), accepted);
}

function planFor(city: City, tour: Omit<TourPlan, "madeOn">): Planned {
  return plan(city, { ...tour, madeOn: stepsTo(tour.day).planned });
}

function announceAll(city: City, day: number, placed: readonly Placed[]): void {
  for (const one of placed) announce(city, one, stepsTo(day).announced);
}

function confirmAll(city: City, day: number, placed: readonly Placed[]): void {
  for (const one of placed) confirm(city, one, stepsTo(day).confirmed);
}

/** A tour as far as it can be prepared: confirmed by everybody, cleared by the prison. */
function prepared(city: City, tour: Omit<TourPlan, "madeOn">): Planned {
  const planned = planFor(city, tour);
  announceAll(city, tour.day, planned.placed);
  confirmAll(city, tour.day, planned.placed);
  for (const one of planned.placed) if (one.visit.placeKind === "PRISON") clear(city, one, stepsTo(tour.day).confirmed);
  return planned;
}

/** A tour of the past, from the announcement to the outcomes. */
function tourOfThePast(city: City, tour: Omit<TourPlan, "madeOn">, impediments: Impediments = {}): readonly Placed[] {
  const planned = prepared(city, tour);
  drive(city, planned, impediments);
  return planned.placed;
}

/** Tells the weeks around today: what was done, what comes, what waits. */
export function tellStory(city: City): void {
  const past = pastWeeks(city);
  const coming = [burgholz(city), today(city), nextDays(city), prisonDays(city), drafts(city)].flat();
  remind(city, [...past, ...coming]);
  whatWaits(city);
}

function pastWeeks(city: City): readonly Placed[] {
  askFor(city, -25, { at: "kastanie", people: 3 });
  askFor(city, -25, { at: "zeche", people: 2 });
  askFor(city, -25, { at: "weide", people: 1 });
  const longAgo = tourOfThePast(city, { day: -25, kit: 1, vehicle: 1, crew: ["pieper", "demirci"], stops: [{ at: "kastanie" }, { at: "zeche" }, { at: "weide" }] });

  askFor(city, -21, { at: "rosen", people: 4 });
  askFor(city, -21, { at: "ostgarten", people: 3, services: [WITH_ADDRESS, ID_CARD] });
  const first = tourOfThePast(city, { day: -21, kit: 0, vehicle: 0, crew: ["kaya", "solms"], stops: [{ at: "rosen" }, { at: "ostgarten" }] }, { rosen: { 3: "IN_HOSPITAL" } });

  // The card for Weidengrund has not come to this day.
  for (const at of ["kastanie", "zeche"]) arrive(city, at, -12);
  for (const at of ["rosen", "ostgarten"]) arrive(city, at, -10);

  askFor(city, -10, { at: "kanal", people: 3 });
  askFor(city, -10, { at: "silberpappel", people: 2 });
  const second = tourOfThePast(city, { day: -10, kit: 1, vehicle: 1, crew: ["pieper", "demirci"], stops: [{ at: "kanal" }, { at: "silberpappel" }] });

  askFor(city, -8, { at: "birkenbusch", people: 4, note: "Eine Person hört schlecht, bitte laut und langsam sprechen." });
  const third = tourOfThePast(city, { day: -8, kit: 2, vehicle: 0, crew: ["brandhoff", "voss"], stops: [{ at: "birkenbusch" }] }, { birkenbusch: { 2: "DOCUMENT_MISSING" } });

  askFor(city, -7, { at: "linde", people: 2 });
  askFor(city, -7, { at: "seegarten", people: 2 });
  const fourth = tourOfThePast(city, { day: -7, kit: 0, vehicle: 0, crew: ["kaya", "pieper"], stops: [{ at: "linde" }, { at: "seegarten" }] });

  askFor(city, -6, { at: "jva", people: [0, 1, 2], services: [WITH_PROVISIONAL, ID_CARD] });
  const fifth = tourOfThePast(city, { day: -6, kit: 1, vehicle: 1, crew: ["kaya", "brandhoff"], stops: [{ at: "jva" }] });

  askFor(city, -4, { at: "muehle", people: 3 });
  askFor(city, -4, { at: "zeche", people: 2, services: [["ADDRESS_CHANGE"]] });
  const sixth = tourOfThePast(city, { day: -4, kit: 0, vehicle: 0, crew: ["voss", "adomeit"], stops: [{ at: "muehle" }, { at: "zeche" }] });

  const handedOver = tourOfThePast(city, { day: -2, kit: 0, vehicle: 0, crew: ["kaya", "voss"], stops: [{ at: "kastanie", kind: "HAND_OVER" }, { at: "zeche", kind: "HAND_OVER" }] }, { kastanie: { 1: "IN_HOSPITAL" } });

  askFor(city, -1, { at: "eichkamp", people: 3 });
  const seventh = tourOfThePast(city, { day: -1, kit: 0, vehicle: 0, crew: ["brandhoff", "wisniewski"], stops: [{ at: "eichkamp" }] }, { eichkamp: { 0: "ABSENT" } });
  arrive(city, "kanal", -1);
  return [longAgo, first, second, third, fourth, fifth, sixth, handedOver, seventh].flat();
}

/** The home of the first demo account: one visit is done but for one person, the next one is announced and waits for its answer. */
function burgholz(city: City): readonly Placed[] {
  askFor(city, -3, { at: "burgholz", people: 3 });
  const done = prepared(city, { day: -3, kit: 1, vehicle: 1, crew: ["pieper", "demirci"], stops: [{ at: "burgholz" }] });
  askFor(city, 3, { at: "burgholz", people: 3 });
  const toConfirm = planFor(city, { day: 3, kit: 0, vehicle: 0, crew: ["pieper", "demirci"], stops: [{ at: "burgholz" }] });
  announceAll(city, 3, toConfirm.placed);
  // Only now, because whoever was ill that day waits for a visit after the announced one.
  drive(city, done, { burgholz: { 1: "ILL_TODAY" } });
  return [...done.placed, ...toConfirm.placed];
}

/** The crews' day: two tours with announced and confirmed visits. */
function today(city: City): readonly Placed[] {
  askFor(city, 0, { at: "linde", people: 3, note: "Bitte den Eingang am Garten nutzen." });
  askFor(city, 0, { at: "abendsonne", people: 2 });
  const first = planFor(city, { day: 0, kit: 0, vehicle: 0, crew: ["kaya", "pieper"], stops: [{ at: "linde" }, { at: "abendsonne" }, { at: "rosen", kind: "HAND_OVER" }] });
  announceAll(city, 0, first.placed);
  confirmAll(city, 0, first.placed.filter(({ house }) => house.place.key !== "abendsonne"));

  askFor(city, 0, { at: "hellweg", people: 3 });
  const second = planFor(city, { day: 0, kit: 1, vehicle: 1, crew: ["brandhoff", "voss"], stops: [{ at: "hellweg" }] });
  announceAll(city, 0, second.placed);
  confirmAll(city, 0, second.placed);
  return [...first.placed, ...second.placed];
}

/** Announced: one confirmed after it was moved, one questioned, one withdrawn. */
function nextDays(city: City): readonly Placed[] {
  askFor(city, 1, { at: "drossel", people: 2 });
  const moved = planFor(city, { day: 1, kit: 0, vehicle: 0, crew: ["demirci", "wisniewski"], stops: [{ at: "drossel" }, { at: "ostgarten", kind: "HAND_OVER" }] });
  const [drossel, ostgarten] = moved.placed;
  if (drossel && ostgarten) {
    announceAndMove(city, drossel, 3, stepsTo(1).announced);
    confirm(city, drossel, stepsTo(1).confirmed);
    announce(city, ostgarten, stepsTo(1).announced);
  }

  askFor(city, 4, { at: "emscher", people: 3 });
  const leaving = ask(city, { at: "wiese", people: 1, written: stepsTo(4).written, wishes: [4] });
  accept(city, leaving, stepsTo(4).accepted);
  const questioned = planFor(city, { day: 4, kit: 0, vehicle: 0, crew: ["voss", "wisniewski"], stops: [{ at: "emscher" }, { at: "wiese" }] });
  announceAll(city, 4, questioned.placed);
  const [emscher, wiese] = questioned.placed;
  if (emscher && wiese) {
    questionDate(city, emscher, stepsTo(4).confirmed, "ROOM_TAKEN");
    cancel(city, wiese, withdraw(city, leaving, -2, "HANDLED_ELSEWHERE"));
  }
  return [...moved.placed, ...questioned.placed];
}

/** The prison: one cleared and confirmed visit, one planned for an inmate whose release has come nearer since. */
function prisonDays(city: City): readonly Placed[] {
  askFor(city, 3, { at: "jva", people: [3, 4, 5, 6], services: [ID_CARD, WITH_PROVISIONAL, ID_CARD] });
  const cleared = planFor(city, { day: 3, kit: 1, vehicle: 1, crew: ["kaya", "brandhoff"], stops: [{ at: "jva" }] });
  announceAll(city, 3, cleared.placed);
  confirmAll(city, 3, cleared.placed);
  for (const one of cleared.placed) clear(city, one, stepsTo(3).confirmed);

  askFor(city, 8, { at: "jva", people: [SHIFTED_INMATE, 8] });
  const planned = planFor(city, { day: 8, kit: 1, vehicle: 1, crew: ["brandhoff", "demirci"], stops: [{ at: "jva" }] });
  const prison = houseAt(city, "jva");
  const shifted = prison.people[SHIFTED_INMATE];
  if (shifted) record(city, workHour(city, -1, 15 * 60), contactOf(city, prison), { action: "residentChanged", subject: { kind: "resident", id: shifted.resident.id }, facilityId: prison.facility.id });
  return [...cleared.placed, ...planned.placed];
}

/** Planned, and not yet told to anybody. */
function drafts(city: City): readonly Placed[] {
  askFor(city, 6, { at: "buche", people: 3 });
  askFor(city, 6, { at: "kastanie", people: 2 });
  const sixth = planFor(city, { day: 6, kit: 0, vehicle: 0, crew: ["kaya", "pieper"], stops: [{ at: "buche" }, { at: "kastanie" }] });
  askFor(city, 9, { at: "weide", people: 4 });
  const ninth = planFor(city, { day: 9, kit: 0, vehicle: 0, crew: ["kaya", "voss"], stops: [{ at: "weide" }] });
  return [...sixth.placed, ...ninth.placed];
}

/** What waits for a decision, for an answer, for a tour, and what came to nothing. */
function whatWaits(city: City): void {
  accept(city, ask(city, { at: "holunder", people: 3, written: -5, wishes: [5, 7] }), -3);
  accept(city, ask(city, { at: "apfel", people: 2, written: -4, wishes: [4] }), -2);
  accept(city, ask(city, { at: "bodel", people: 2, written: -3, wishes: [3, 6], services: [["DUTY_EXEMPTION"], ID_CARD] }), -2);

  ask(city, { at: "sonne", people: 3, written: -2, wishes: [4, 8], neededInDays: 12, note: "Eine Person braucht den Ausweis für einen Notartermin." });
  ask(city, { at: "steigerhof", people: 4, written: -1, wishes: [7, 9] });
  ask(city, { at: "jva", people: [9, 10], services: [WITH_PROVISIONAL, ID_CARD], written: -2, wishes: [5, 6], neededInDays: 30 });
  ask(city, { at: "abendsonne", people: 2, written: -3, wishes: [10] });
  question(city, ask(city, { at: "linde", people: 2, written: -4, wishes: [2] }), -2, "DATES_UNSUITABLE", "Am Wunschtag sind beide Teams unterwegs. Passt auch die Woche danach?");
  question(city, ask(city, { at: "seegarten", people: 2, written: -5, wishes: [6] }), -3, "REPRESENTATION_UNCLEAR", "Bitte die Betreuerurkunde bereithalten und den Aufgabenkreis nennen.");

  decline(city, ask(city, { at: "wiese", people: 1, written: -4, wishes: [3] }), -2, "CAN_COME_TO_OFFICE", "Die Person ist mobil; wir haben einen Termin im Amt reserviert.");
  withdraw(city, ask(city, { at: "steigerhof", people: 1, written: -5, wishes: [2] }), -3, "NO_LONGER_NEEDED");

  draft(city, { at: "burgholz", people: 2, written: -1, wishes: [9, 10] });
  draft(city, { at: "silberpappel", people: 1, written: -2 });
}
