import type { Page } from "playwright-core";
import { openDay } from "@/tests/builders/days";
import { addDays, civilDateOf } from "@/lib/time/calendar";
import { signedIn, useBrowser } from "./browser";
import { fill, formOf, openAll, press, requestIdOf, says } from "./forms";
import { usePortal } from "./portal";

const portal = usePortal();
const browser = useBrowser();

const PEOPLE = ["Entwurfmann", "Zweitfrau"] as const;
const facts = { id: "", reference: "", residents: [] as readonly string[] };
const origin = (): string => portal.origins()[0]!;
const device = () => signedIn(browser(), origin(), "burgholz", { javaScriptEnabled: false });
const requestOf = () => portal.prisma().visitRequest.findUniqueOrThrow({ where: { id: facts.id }, include: { cases: true, wishes: true, blocked: true } });
const field = (name: string, index: 0 | 1): string => `${name}-${facts.residents[index]}`;
const stay = (page: Page) => Promise.all([page.waitForNavigation(), formOf(page, "requests.setPeople").locator('button[value="STAY"]').first().click()]);

describe("a draft, without JavaScript", () => {
  let first: Page;
  let second: Page;

  test("every press saves: services, reasons and days of several people in one form", async () => {
    const { facilityId } = await portal.prisma().membership.findFirstOrThrow({ where: { user: { email: "burgholz@demo.example" } } });
    const known = { facilityId: facilityId!, firstNames: "Erna", nationality: "GERMAN", mainResidence: "DORTMUND", idCardState: "VALID", idExpiresOn: new Date("2099-01-31T00:00:00Z") } as const;
    facts.residents = await Promise.all(PEOPLE.map(async (lastName, index) => (await portal.prisma().resident.create({ data: { ...known, lastName, bornOn: new Date(`194${index}-02-03T00:00:00Z`) } })).id));
    first = await device();
    await first.goto("/facility/requests/new");
    await fill(formOf(first, "requests.draft"), { residents: facts.residents });
    await press(formOf(first, "requests.draft"));
    facts.id = requestIdOf(first);
    facts.reference = (await requestOf()).reference;
    await says(first, "Der Entwurf ist gespeichert.");
    await says(first, /Begründung fehlt/);
    const [one, two] = facts.residents;
    await fill(formOf(first, "requests.setPeople"), { chosen: [`${one}:PROVISIONAL_ID`, `${two}:ADDRESS_CHANGE`, `${two}:HAND_OVER`], [field("reason", 0)]: "STOLEN", [field("neededBy", 0)]: addDays(civilDateOf(await portal.now()), 6) });
    await stay(first);
    await says(first, "Geprüft und gespeichert.");
    const cases = (await requestOf()).cases.map(({ residentId, service, reason, neededBy }) => `${residentId === one ? 1 : 2} ${service} ${reason} ${neededBy !== null}`);
    expect(cases.sort()).toEqual(["1 ID_CARD STOLEN true", "1 PROVISIONAL_ID null true", "2 ADDRESS_CHANGE null false", "2 HAND_OVER null false", "2 ID_CARD null false"]);
  });

  test("the start page says on another device what is still open, and leads back into it", async () => {
    second = await device();
    const line = second.locator("main li", { hasText: facts.reference }).first();
    expect(await line.innerText()).toMatch(/Noch offen: bei 1 Person der Anlass; 1 Angabe zum Haus/);
    await Promise.all([second.waitForNavigation(), line.getByRole("link").first().click()]);
    expect(requestIdOf(second)).toBe(facts.id);
    await says(second, "2 Personen, 5 Leistungen");
  });

  test("of two who change the same draft, the later one is told and keeps what was typed", async () => {
    await first.goto(`/facility/requests/${facts.id}/people`);
    await second.goto(`/facility/requests/${facts.id}/people`);
    await fill(formOf(second, "requests.setPeople"), { [field("reason", 1)]: "DATA_CHANGED" });
    await stay(second);
    await fill(formOf(first, "requests.setPeople"), { [field("reason", 1)]: "DAMAGED", [field("reduction", 1)]: true });
    await stay(first);
    await says(first, /hat inzwischen jemand geändert/);
    expect(await first.locator(`[name="${field("reason", 1)}"]`).inputValue()).toBe("DAMAGED");
    expect(await first.locator(`[name="${field("reduction", 1)}"]`).isChecked()).toBe(true);
    expect((await requestOf()).cases.filter(({ reason }) => reason === "DAMAGED")).toEqual([]);
    await stay(first);
    await says(first, "Geprüft und gespeichert.");
    expect((await requestOf()).cases.filter(({ reason }) => reason === "DAMAGED")).toHaveLength(1);
  });

  test("whoever searches for further people keeps those who are ticked, and no name stands in an address", async () => {
    const { facilityId } = await requestOf();
    const many = Array.from({ length: 60 }, (_, index) => ({ facilityId, lastName: `Weiter${index}`, firstNames: "Änne", bornOn: new Date("1941-05-06T00:00:00Z") }));
    await portal.prisma().resident.createMany({ data: many });
    const [found] = await portal.prisma().resident.findMany({ where: { lastName: "Weiter59" } });
    await first.goto("/facility/requests/new");
    const picker = formOf(first, "requests.draft");
    const [ticked] = await picker.locator('[name="residents"]').evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));
    await fill(picker, { residents: [ticked!], name: "weiter59" });
    await Promise.all([first.waitForNavigation(), picker.getByRole("button", { name: "Suchen" }).click()]);
    expect(first.url()).not.toMatch(/weiter59/i);
    const begun = requestIdOf(first);
    await fill(formOf(first, "requests.setPeople"), { added: [found!.id] });
    await press(formOf(first, "requests.setPeople"));
    expect((await portal.prisma().case.findMany({ where: { requestId: begun } })).map(({ residentId }) => residentId).sort()).toEqual([ticked!, found!.id].sort());
    await first.goto(`/facility/requests/${begun}`);
    await press(formOf(first, "requests.discard"));
  });

  test("several times that suit and one that does not are saved; what cannot be is said at its row, and nothing of it is lost", async () => {
    const today = civilDateOf(await portal.now());
    const day = openDay(addDays(today, 60), 1);
    await first.goto(`/facility/requests/${facts.id}/dates`);
    await openAll(first);
    const dates = formOf(first, "requests.setWishes");
    const suggested = dates.locator('[name="days"]').first();
    await suggested.check();
    await fill(dates, { wish1: day, span1: "FORENOON", wish2: day, span2: "OWN", from2: "13:00", until2: "15:30", blockedOn1: day, blockedTo1: addDays(day, -1) });
    await press(dates);
    await says(first, /liegt das Ende vor dem Anfang/);
    expect(await first.locator('main a[href="#field-blockedOn1"]').count()).toBe(1);
    expect([await suggested.isChecked(), await dates.locator('[name="from2"]').inputValue()]).toEqual([true, "13:00"]);
    await fill(dates, { blockedTo1: addDays(day, 4), blockedFrom1: "8:00", blockedUntil1: "9:30" });
    await press(dates);
    const { wishes, blocked } = await requestOf();
    expect([wishes.length, blocked.map(({ fromMinutes, untilMinutes }) => [fromMinutes, untilMinutes])]).toEqual([3, [[480, 570]]]);
    await first.goto(`/facility/requests/${facts.id}/check`);
    await says(first, /Geht nicht/);
    await says(first, /13:00–15:30 Uhr/);
  });

  test("after the session has ended nothing is lost, and the request is sent from where it was", async () => {
    await first.goto(`/facility/requests/${facts.id}/check`);
    await fill(formOf(first, "requests.send"), { note: "Bitte am Vormittag klingeln", informed: true });
    await portal.prisma().session.updateMany({ where: { endedAt: null }, data: { lastSeenAt: new Date((await portal.now()).getTime() - 31 * 60_000) } });
    await press(formOf(first, "requests.send"));
    expect(new URL(first.url()).pathname).toBe("/login");
    expect((await requestOf()).state).toBe("DRAFT");
    await Promise.all([first.waitForNavigation(), first.locator('form:has(input[value="burgholz@demo.example"]) button').click()]);
    expect(await first.locator('[name="note"]').inputValue()).toBe("Bitte am Vormittag klingeln");
    await press(formOf(first, "requests.send"));
    await says(first, "Ihre Anfrage ist unterwegs.");
    expect((await requestOf()).state).toBe("SENT");
  });

  test("the office reads both kinds of times in the request", async () => {
    const lead = await signedIn(browser(), origin(), "leitung", { javaScriptEnabled: false });
    await lead.goto(`/office/requests/${facts.id}`);
    await says(lead, /13:00–15:30 Uhr/);
    await says(lead, /Geht nicht [^·]* bis [^·]*, 8:00–9:30 Uhr/);
  });
});
