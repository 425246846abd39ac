import type { Page } from "playwright-core";
import { addDays, civilDateOf } from "@/lib/time/calendar";
import { signedIn, useBrowser } from "./browser";
import { fill, formOf, press, requestIdOf, says } from "./forms";
import { usePortal } from "./portal";

const portal = usePortal();
const browser = useBrowser();

const origin = (): string => portal.origins()[0]!;
const noScript = { javaScriptEnabled: false } as const;
const today = async () => civilDateOf(await portal.now());

describe("the law's answers, without JavaScript", () => {
  const facts = { request: "", resident: "" };
  let home: Page;

  test("a home states why, until when and how, presses one button, and reads the answer beside the question", async () => {
    home = await signedIn(browser(), origin(), "burgholz", noScript);
    await home.goto("/facility/residents/new");
    const person = formOf(home, "residents.add");
    await fill(person, { lastName: "Rechtmann", firstNames: "Ottilie", bornOn: "1950-02-03", nationality: "GERMAN", mainResidence: "ELSEWHERE", idCardState: "VALID", idExpiresOn: addDays(await today(), 900), capacity: "CAPABLE", representation: "NONE", appliesBy: "SELF", mobility: "COMES_TO_ROOM", fingerprintObstacle: "NONE" });
    await press(person);
    facts.resident = (await portal.prisma().resident.findFirstOrThrow({ where: { lastName: "Rechtmann" } })).id;
    await home.goto("/facility/requests/new");
    await fill(formOf(home, "requests.draft"), { residents: [facts.resident] });
    await press(formOf(home, "requests.draft"));
    facts.request = requestIdOf(home);
    await home.goto(`/facility/requests/${facts.request}/people`);
    await says(home, /Begründung fehlt: Der Ausweis gilt noch/);
    const people = formOf(home, "requests.setPeople");
    const about = (field: string) => `${field}-${facts.resident}`;
    await fill(people, { [about("reason")]: "STOLEN", [about("neededBy")]: addDays(await today(), 4), [about("reduction")]: true, [about("shipping")]: true });
    await Promise.all([home.waitForNavigation(), people.locator('button[value="STAY"]').first().click()]);
    await says(home, "Geprüft und gespeichert.");
    await says(home, "Sperr-Notruf 116 116");
    await says(home, /Bis dahin hilft ein vorläufiger Ausweis/);
    await says(home, /Bis zur Zustellung ohne Ausweis/);
    await says(home, /Ermäßigung erbeten/);
    // 46 for the card, 6 for the photo, 13 because another city is competent, 15 for the post.
    await says(home, "Gebühr: 80,00 €");
    expect(await home.locator("main").innerText()).not.toMatch(/Begründung fehlt/);
  });

  test("the check page says the same before the request is sent", async () => {
    await home.goto(`/facility/requests/${facts.request}/check`);
    await says(home, /Bis zur Zustellung ohne Ausweis/);
    await says(home, "80,00 €");
    await fill(formOf(home, "requests.send"), { informed: true });
    await press(formOf(home, "requests.send"));
    await says(home, "Ihre Anfrage ist unterwegs.");
  });

  test("R19, R33: the office records the authorisation and decides about the fee; a wrong amount keeps what was typed", async () => {
    const lead = await signedIn(browser(), origin(), "leitung", noScript);
    await lead.goto(`/office/requests/${facts.request}`);
    await fill(formOf(lead, "intake.authorise"), { authorisedOn: addDays(await today(), 3) });
    await press(formOf(lead, "intake.authorise"));
    await says(lead, /erst vermerkt werden, wenn sie da ist/);
    await fill(formOf(lead, "intake.authorise"), { authorisedOn: await today() });
    await press(formOf(lead, "intake.authorise"));
    await says(lead, "Die Ermächtigung ist vermerkt.");
    await fill(formOf(lead, "intake.decideFee"), { decision: "REDUCED", reason: "NO_OWN_MEANS", reducedCents: "95,00" });
    await press(formOf(lead, "intake.decideFee"));
    await says(lead, /muss unter der Gebühr von 80,00 € liegen/);
    expect(await formOf(lead, "intake.decideFee").locator('[name="reducedCents"]').inputValue()).toBe("95,00");
    await fill(formOf(lead, "intake.decideFee"), { reducedCents: "20,00" });
    await press(formOf(lead, "intake.decideFee"));
    await says(lead, "Entschieden: Ermäßigen (Keine eigenen Mittel).");
    await says(lead, "Gebühr: 20,00 €");
  });
});

describe("R69: dated values, without JavaScript", () => {
  test("R69: the administrator sees what a fee would change before it is added, adds it, and takes it back while it has not begun", async () => {
    const admin = await signedIn(browser(), origin(), "admin", noScript);
    const before = await portal.prisma().legalParameter.findMany({ orderBy: { id: "asc" } });
    const from = addDays(await today(), 30);
    await admin.goto("/admin/parameters");
    await admin.getByRole("link", { name: "Neuen Wert eintragen" }).click();
    const form = formOf(admin, "parameters.check");
    await fill(form, { key: "feeIdCard", value: "fünfzig", validFrom: await today(), source: "PAuswGebV § 1", note: "Probe" });
    await press(form);
    await says(admin, /Betrag in Euro, zum Beispiel 46,00/);
    await fill(form, { value: "50,00" });
    await press(form);
    await says(admin, /Ein neuer Wert gilt frühestens ab/);
    await fill(form, { validFrom: from });
    await press(form);
    await says(admin, "Noch ist nichts eingetragen.");
    await says(admin, /Gebühr 56,00 € statt 52,00 €: \d+ Person/);
    expect(await portal.prisma().legalParameter.findMany({ orderBy: { id: "asc" } })).toEqual(before);
    await press(formOf(admin, "parameters.add"));
    await says(admin, "Der Wert ist eingetragen.");
    await says(admin, "gilt später");
    await press(formOf(admin, "parameters.withdraw"));
    await says(admin, "Der Wert ist zurückgenommen.");
    expect(await portal.prisma().legalParameter.findMany({ orderBy: { id: "asc" } })).toEqual(before);
  });

  test("R69: adding asks for a fresh proof of who it is, and keeps the value until then", async () => {
    const admin = await signedIn(browser(), origin(), "admin", noScript);
    await admin.goto(`/admin/parameters/check?${new URLSearchParams({ key: "setupMinutes", value: "25", validFrom: addDays(await today(), 30), source: "Erfahrung", note: "" })}`);
    await says(admin, /5 Minuten länger: \d+ Besuche/);
    const old = new Date((await portal.now()).getTime() - 11 * 60_000);
    await portal.prisma().session.updateMany({ where: { user: { email: "admin@demo.example" }, endedAt: null }, data: { factorAt: old } });
    await press(formOf(admin, "parameters.add"));
    await says(admin, "Bitte bestätigen Sie, dass Sie es sind.");
    expect(await portal.prisma().legalParameter.count({ where: { key: "setupMinutes" } })).toBe(1);
  });

  test("R69: the data protection officer reads the history and is offered no change", async () => {
    const officer = await signedIn(browser(), origin(), "datenschutz", noScript);
    await officer.goto("/admin/parameters");
    await says(officer, "46,00 €");
    expect(await officer.locator("main form, main a[href='/admin/parameters/new']").count()).toBe(0);
  });
});
