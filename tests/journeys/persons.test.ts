import { signedIn, useBrowser } from "./browser";
import { fill, formOf, press, requestIdOf, says } from "./forms";
import { mailThat } from "./mails";
import { usePortal } from "./portal";

const portal = usePortal();
const browser = useBrowser();

/** Nobody of these names stands in the demo city. */
const PERSON = { lastName: "Zyxwvut", firstNames: "Qanaria", bornOn: "1927-07-07" } as const;
const OTHER = { ...PERSON, firstNames: "Andrea", lastName: "Kanari-Neben" } as const;
const FACTS = { nationality: "GERMAN", mainResidence: "DORTMUND", idCardState: "EXPIRED", capacity: "CAPABLE", representation: "NONE", appliesBy: "SELF", mobility: "BEDSIDE", fingerprintObstacle: "NONE" };

describe("somebody asks for the own data, has it corrected, and has its use stopped", () => {
  const facts = { requestId: "", residentId: "" };
  const origin = (): string => portal.origins()[0]!;
  const as = (account: string) => signedIn(browser(), origin(), account, { javaScriptEnabled: false });

  test("a home asks for a visit to two people", async () => {
    const home = await as("burgholz");
    for (const person of [PERSON, OTHER]) {
      await home.goto("/facility/residents/new");
      await fill(formOf(home, "residents.add"), { ...FACTS, ...person });
      await press(formOf(home, "residents.add"));
    }
    const people = await portal.prisma().resident.findMany({ where: { lastName: { in: [PERSON.lastName, OTHER.lastName] } } });
    facts.residentId = people.find(({ lastName }) => lastName === PERSON.lastName)!.id;
    await home.goto("/facility/requests/new");
    await fill(formOf(home, "requests.draft"), { residents: people.map(({ id }) => id) });
    await press(formOf(home, "requests.draft"));
    facts.requestId = requestIdOf(home);
    await home.goto(`/facility/requests/${facts.requestId}/check`);
    await fill(formOf(home, "requests.send"), { informed: true, note: "Kanarivogel im Zimmer" });
    await press(formOf(home, "requests.send"));
  });

  test("the team lead finds her by the whole name alone, and no address holds it", async () => {
    const lead = await as("leitung");
    await lead.goto("/office/persons");
    await fill(formOf(lead, "subjects.find"), { ...PERSON, lastName: "Zyxwvu" });
    await press(formOf(lead, "subjects.find"));
    await says(lead, /niemand gespeichert/);
    expect(lead.url()).not.toMatch(/zyxwv/i);
    await fill(formOf(lead, "subjects.find"), PERSON);
    await press(formOf(lead, "subjects.find"));
    expect(new URL(lead.url()).pathname).toBe(`/office/persons/${facts.residentId}`);
    await says(lead, /Auskunft/);
  });

  test("the document holds her data and nobody else's, as a page and as a file", async () => {
    const lead = await as("leitung");
    await lead.goto(`/office/persons/${facts.residentId}/disclosure`);
    for (const said of [/Zyxwvut/, /07\.07\.1927/, /Am Bett/, /Personalausweis/, /Rechtsgrundlage: Art\. 9/, /Beschwerde bei der Aufsichtsbehörde/, /Person aufgenommen Einrichtung|Person aufgenommen\s+Einrichtung/, /Notiz zu mehreren Personen/]) await says(lead, said);
    const file = await lead.request.get(`/office/persons/${facts.residentId}/disclosure/download`);
    expect(file.headers()["content-disposition"]).toContain("auskunft.json");
    const text = await file.text();
    expect(JSON.parse(text)).toMatchObject({ kind: "resident", id: facts.residentId });
    for (const content of [await lead.content(), text]) for (const word of [OTHER.lastName, OTHER.firstNames, "Kanarivogel"]) expect([word, content.includes(word)]).toEqual([word, false]);
    const officer = await as("datenschutz");
    await officer.goto("/admin/audit?kind=disclosureMade");
    await says(officer, /Auskunft an die betroffene Person erstellt/);
    expect((await officer.request.get(`/office/persons/${facts.residentId}/disclosure`)).status()).toBe(404);
  });

  test("the team lead corrects a birth date, and the home reads the new one", async () => {
    const lead = await as("leitung");
    await lead.goto(`/office/persons/${facts.residentId}`);
    await fill(formOf(lead, "subjects.correct"), { bornOn: "1928-08-08" });
    await press(formOf(lead, "subjects.correct"));
    await says(lead, /Berichtigt\./);
    const home = await as("burgholz");
    await home.goto(`/facility/residents/${facts.residentId}`);
    expect(await home.locator('[name="bornOn.year"]').inputValue()).toBe("1928");
    const mail = await mailThat(portal.mailbox(), ({ subject }) => subject === "Angaben zu einer Person berichtigt");
    expect(mail.text).not.toMatch(/Zyxwvut|Qanaria|1928/);
  });

  test("her data are restricted: no list shows her, nobody asks for her, until it is announced and lifted", async () => {
    const [lead, home] = [await as("leitung"), await as("burgholz")];
    await lead.goto(`/office/persons/${facts.residentId}`);
    await fill(formOf(lead, "subjects.restrict"), { reason: "ACCURACY_CONTESTED" });
    await press(formOf(lead, "subjects.restrict"));
    await says(lead, /Die Verarbeitung ist eingeschränkt/);
    for (const path of ["/facility", "/facility/residents", "/facility/requests/new", `/facility/requests/${facts.requestId}`, `/facility/residents/${facts.residentId}`]) {
      await home.goto(path);
      expect([path, (await home.content()).includes(PERSON.lastName)]).toEqual([path, false]);
    }
    await says(home, /Verarbeitung eingeschränkt/);
    await lead.goto(`/office/requests/${facts.requestId}`);
    expect(await lead.content()).not.toContain(PERSON.lastName);
    await says(lead, /Verarbeitung eingeschränkt/);
    const officer = await as("datenschutz");
    await officer.goto("/admin/retention");
    await says(officer, /Eine Person: Verarbeitung eingeschränkt/);

    await lead.goto(`/office/persons/${facts.residentId}`);
    expect(await formOf(lead, "subjects.lift").count()).toBe(0);
    await press(formOf(lead, "subjects.announceLift"));
    await mailThat(portal.mailbox(), ({ subject }) => subject === "Eine Einschränkung wird bald aufgehoben");
    await fill(formOf(lead, "subjects.lift"), { reason: "SETTLED" });
    await press(formOf(lead, "subjects.lift"));
    await says(lead, /Die Einschränkung ist aufgehoben/);
    await home.goto("/facility/residents");
    await says(home, PERSON.lastName);
  });

  test("everybody sees what is stored about the own account, once the second factor is proved again", async () => {
    const crew = await as("team1");
    await crew.goto("/account");
    await crew.getByRole("link", { name: "Was über Sie gespeichert ist" }).click();
    await says(crew, /Schulungen/);
    await says(crew, /team1@demo\.example/);
    await portal.moveClock(11 * 60_000);
    await crew.goto("/account/data");
    await says(crew, /Bitte bestätigen Sie, dass Sie es sind/);
    await press(formOf(crew, "factor.demo"));
    expect(new URL(crew.url()).pathname).toBe("/account/data");
    expect(await portal.prisma().auditEntry.count({ where: { action: "disclosureMade", subjectKind: "user" } })).toBe(2);
  });
});
