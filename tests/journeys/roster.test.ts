import type { Page } from "playwright-core";
import { readWorkbook } from "@/lib/sheets/read-workbook";
import { checkWorkbook } from "@/lib/forms/uploads";
import { signedIn, useBrowser } from "./browser";
import { formOf, press, requestIdOf, says } from "./forms";
import { usePortal } from "./portal";

const portal = usePortal();
const browser = useBrowser();
const origin = (): string => portal.origins()[0]!;

/** As German Excel writes it: semicolons, no UTF-8. */
const windows = (text: string): Buffer => Buffer.from(text, "latin1");
const HEADING = "Bewohnerliste\r\n\r\nName;Vorname;Geb.-Datum;Perso gültig bis;Zimmer\r\n";
const LIST = `${HEADING}Zwölftönig;Änne;31.12.1940;03/2031;12\r\n"Übungsfall";"Karl\r\nHeinz";1.5.1938;31.10.2031;13\r\n`;

async function send(page: Page, name: string, content: Buffer): Promise<void> {
  await page.goto("/facility/residents/import");
  await formOf(page, "lists.read").locator('input[type="file"]').setInputFiles({ name, mimeType: "text/csv", buffer: content });
  await press(formOf(page, "lists.read"));
}

/** Tabs on until the element has the focus, as somebody without a mouse would. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 200; step += 1) {
    if (await page.locator(selector).first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}

describe("a home's list, without JavaScript", () => {
  let home: Page;
  beforeAll(async () => {
    home = await signedIn(browser(), origin(), "burgholz", { javaScriptEnabled: false });
  });
  const count = () => portal.prisma().resident.count({ where: { lastName: { in: ["Zwölftönig", "Übungsfall"] } } });

  test("with a bad row is refused as a whole, with row, column and reason", async () => {
    await send(home, "liste.csv", windows(`${LIST}Falsch;Otto;30.02.1940;;\r\n`));
    await says(home, "1 Fehler: Es wurde nichts übernommen");
    await says(home, /6 Geburtsdatum Das ist kein Datum\. Bitte so schreiben: 31\.12\.1940\./);
    expect(await formOf(home, "lists.take").count()).toBe(0);
    expect(await count()).toBe(0);
  });

  test("is shown first and taken over with one press, and the column that nobody asked for stays outside", async () => {
    await send(home, "liste.csv", windows(LIST));
    await says(home, "2 Personen werden neu aufgenommen");
    await says(home, "Nicht übernommen werden die Spalten: Zimmer.");
    await says(home, /Übungsfall, Karl Heinz/);
    expect(await count()).toBe(0);
    await press(formOf(home, "lists.take"));
    await says(home, "Übernommen.");
    await formOf(home, "residents.find").locator('[name="name"]').fill("zwoelf");
    await press(formOf(home, "residents.find"));
    expect(home.url()).not.toMatch(/zwoelf/i);
    await says(home, /1 Person .*Zwölftönig, Änne 31\.12\.1940 Gültig, bis 03\/2031 \(Tag unbekannt\)/);
    expect(await portal.prisma().rosterImport.count()).toBe(0);
  });

  test("sent a second time adds nobody and says so", async () => {
    await send(home, "noch einmal.csv", Buffer.from(`\ufeff${LIST.toUpperCase()}`));
    await says(home, "Niemand ist neu");
    await press(formOf(home, "lists.take"));
    await says(home, "Bestätigt.");
    expect(await count()).toBe(2);
  });

  test("that is none comes back with a sentence at the field", async () => {
    await send(home, "liste.csv", Buffer.from("%PDF-1.7"));
    await says(home, "Diese Datei ist keine lesbare Liste.");
    await home.goto("/facility/residents/import");
    await press(formOf(home, "lists.read"));
    await says(home, "Bitte wählen Sie eine Datei aus.");
  });

  test("larger than a file may be is turned away at the door", async () => {
    await send(home, "liste.csv", Buffer.alloc(6_000_000, "a"));
    expect(await home.locator("body").innerText()).toMatch(/zu groß/);
  });

  test("goes out as a workbook that the portal reads again, and the template has its headings", async () => {
    for (const [path, rows] of [["/facility/residents/export/xlsx", 10], ["/facility/residents/import/template/xlsx", 1]] as const) {
      const answer = await home.request.get(path);
      const checked = await checkWorkbook({ name: "liste.xlsx", bytes: await answer.body() });
      const sheet = checked.ok ? readWorkbook(checked.workbook, 1_000) : null;
      expect(sheet?.ok && sheet.rows[0]!.cells.slice(0, 3)).toEqual(["Nachname", "Vornamen", "Geburtsdatum"]);
      expect(sheet?.ok && sheet.rows.length).toBeGreaterThanOrEqual(rows);
    }
    const entry = await portal.prisma().auditEntry.findFirstOrThrow({ where: { action: "fileDownloaded" }, orderBy: { at: "asc" } });
    expect(entry.subjectIds.length).toBeGreaterThan(5);
  });
});

test("somebody similar is added only after the choice, and the same person in another spelling never, without JavaScript", async () => {
  const home = await signedIn(browser(), origin(), "burgholz", { javaScriptEnabled: false });
  const add = async (lastName: string, isOther = false): Promise<void> => {
    if (!isOther) await home.goto("/facility/residents/new");
    const form = formOf(home, "residents.add");
    for (const [name, value] of Object.entries({ lastName, firstNames: "Änne", "bornOn.day": "31", "bornOn.month": "12", "bornOn.year": "1940" })) await form.locator(`[name="${name}"]`).fill(value);
    if (isOther) await form.locator('[name="isOther"]').check();
    await press(form);
  };
  await add("ZWOELFTOENIG");
  await says(home, "Änne Zwölftönig steht schon in Ihrer Liste.");
  await add("Zwolftonig");
  await says(home, "Das scheint Änne Zwölftönig zu sein");
  expect(await home.locator('main a[href^="/facility/residents/"]', { hasText: "Zwölftönig" }).count()).toBe(1);
  await add("Zwolftonig", true);
  await says(home, "Die Person ist aufgenommen.");
});

test("by keyboard alone, a home makes a request of everybody whose card runs out", async () => {
  const home = await signedIn(browser(), origin(), "burgholz");
  await home.goto("/facility");
  await says(home, /Bewohner(?:innen und Bewohner brauchen| braucht) .* einen Ausweis\./);
  const form = 'form[action="/do/requests.draft"]';
  const residents = await home.locator(`${form} [name="residents"]`).count();
  await tabTo(home, `${form} button`);
  await Promise.all([home.waitForNavigation(), home.keyboard.press("Enter")]);
  const id = requestIdOf(home);
  expect(await portal.prisma().case.count({ where: { requestId: id, state: "DRAFT" } })).toBe(residents);
  await home.goto("/facility");
  await says(home, "braucht niemand einen Ausweis");
});

test("the office sees figures by district and month, and no names", async () => {
  const lead = await signedIn(browser(), origin(), "leitung");
  await lead.goto("/office/demand");
  await says(lead, /Ganze Stadt \d+/);
  const names = await portal.prisma().resident.findMany({ where: { goneOn: null }, select: { lastName: true } });
  const text = await lead.locator("main").innerText();
  expect(names.filter(({ lastName }) => lastName.length > 5 && text.includes(lastName))).toEqual([]);
});
