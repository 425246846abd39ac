import type { Page } from "playwright-core";
import { addDays, addMonths, civilDateOf, instantOf, type CivilDate } from "@/lib/time/calendar";
import { findWords, placesOf } from "../database/sweep";
import { signedIn, useBrowser } from "./browser";
import { fill, formOf, openAll, press, requestIdOf, says } from "./forms";
import { mailThat } from "./mails";
import { usePortal } from "./portal";

const portal = usePortal();
const browser = useBrowser();

/** Nobody of this name, born on this day, stands in the demo city. */
const PERSON = { lastName: "Zyxwvut", firstNames: "Qanaria", bornOn: "1927-07-07" } as const;
const NOTE = "Kanarivogel im Zimmer";
const WORDS = [PERSON.lastName, PERSON.firstNames, PERSON.bornOn, "Kanarivogel"];
const WAIT_MS = 60_000;

describe("what a home tells us is deleted in time", () => {
  const facts = { requestId: "", reference: "", start: "" as CivilDate };
  const origin = (): string => portal.origins()[0]!;
  const noScript = { javaScriptEnabled: false };
  const places = async (): Promise<readonly string[]> => placesOf(await findWords(portal.prisma(), WORDS));

  /** Lives on until noon of a day: the worker begins anew and runs its deletion. */
  async function goTo(day: CivilDate): Promise<void> {
    const real = await portal.prisma().$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
    await portal.moveClock(instantOf(day, 12 * 60).getTime() - real[0]!.now.getTime());
    const until = performance.now() + WAIT_MS;
    for (;;) {
      const lines = await portal.prisma().deletionRun.findMany({ where: { runOn: new Date(`${day}T00:00:00Z`), dataClass: "hold" } });
      if (lines[0]?.finishedAt) return;
      if (performance.now() > until) throw new Error(`no deletion run on ${day}`);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }

  async function asAdmin(account: string): Promise<Page> {
    const page = await signedIn(browser(), origin(), account, noScript);
    await page.goto("/admin/retention");
    return page;
  }

  test("a person, a note and a form that was refused leave their traces", async () => {
    facts.start = civilDateOf(await portal.now());
    const home = await signedIn(browser(), origin(), "burgholz", noScript);
    await home.goto("/facility/residents/new");
    const person = { ...PERSON, nationality: "GERMAN", mainResidence: "DORTMUND", idCardState: "EXPIRED", capacity: "CAPABLE", representation: "NONE", appliesBy: "SELF", mobility: "COMES_TO_ROOM", fingerprintObstacle: "NONE" };
    await fill(formOf(home, "residents.add"), person);
    await press(formOf(home, "residents.add"));
    await says(home, PERSON.lastName);
    const resident = await portal.prisma().resident.findFirstOrThrow({ where: { lastName: PERSON.lastName } });

    await home.goto("/facility/residents/new");
    await fill(formOf(home, "residents.add"), person);
    await press(formOf(home, "residents.add"));
    await says(home, /steht schon in Ihrer Liste/);

    await home.goto("/facility/requests/new");
    await fill(formOf(home, "requests.draft"), { residents: [resident.id] });
    await press(formOf(home, "requests.draft"));
    facts.requestId = requestIdOf(home);
    await home.goto(`/facility/requests/${facts.requestId}/check`);
    await fill(formOf(home, "requests.send"), { informed: true, note: NOTE });
    await press(formOf(home, "requests.send"));
    facts.reference = (await portal.prisma().visitRequest.findUniqueOrThrow({ where: { id: facts.requestId } })).reference;

    const lead = await signedIn(browser(), origin(), "leitung", noScript);
    await lead.goto(`/office/requests/${facts.requestId}`);
    await openAll(lead);
    await fill(formOf(lead, "intake.decline"), { reason: "DUPLICATE", note: NOTE });
    await press(formOf(lead, "intake.decline"));
    await mailThat(portal.mailbox(), (mail) => mail.subject.includes(facts.reference));
    expect(await places()).toEqual(expect.arrayContaining(["Resident.bornOn", "Resident.firstNames", "Resident.lastName"]));
    expect((await places()).some((place) => place.startsWith("VisitRequest."))).toBe(true);

    await home.goto(`/facility/residents/${resident.id}`);
    await says(home, /Wann die Angaben gelöscht werden/);
    await says(home, new RegExp(`Vorgang der Anfrage ${facts.reference}: mit dem`));
  });

  test("the administrator suspends the deletion of this request; the data protection officer reads it", async () => {
    const admin = await asAdmin("admin");
    await admin.goto(`/admin/retention/holds?reference=${facts.reference.toLowerCase()}`);
    await fill(formOf(admin, "holds.set"), { reason: "COMPLAINT", untilOn: addDays(facts.start, 20) });
    await press(formOf(admin, "holds.set"));
    await says(admin, /Die Löschung ist ausgesetzt/);
    await says(admin, new RegExp(facts.reference));
    const officer = await asAdmin("datenschutz");
    await says(officer, new RegExp(facts.reference));
    expect(await officer.locator('form[action="/do/holds.lift"]').count()).toBe(0);
    expect(await officer.content()).not.toContain(PERSON.lastName);
  });

  test("past the period the request stays while it is held, and goes once the hold is lifted", async () => {
    await goTo(addDays(facts.start, 9));
    expect((await places()).some((place) => place.startsWith("VisitRequest."))).toBe(true);
    const admin = await asAdmin("admin");
    await press(formOf(admin, "holds.lift"));
    await says(admin, /Die Aussetzung ist aufgehoben/);
    await goTo(addDays(facts.start, 10));
    expect(await portal.prisma().case.count({ where: { requestId: facts.requestId } })).toBe(0);
    expect((await places()).filter((place) => !place.startsWith("Resident."))).toEqual([]);
  });

  test("a year without a confirmation later nothing of the person is left anywhere, and the page tells what was deleted", async () => {
    await goTo(addDays(addMonths(facts.start, 12), 2));
    expect(await places()).toEqual([]);
    const officer = await asAdmin("datenschutz");
    await says(officer, /Personen in der Liste einer Einrichtung, mit Angaben zu Pflege und Haft: \d+/);
    expect(await officer.getByText("Der Löschlauf ist überfällig").count()).toBe(0);
  });
});
