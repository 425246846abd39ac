import type { Locator, Page } from "playwright-core";
import { civil } from "@/lib/db/civil";
import { signedIn, useBrowser } from "./browser";
import { readPdf } from "../lib/pdf/read";
import { usePortal } from "./portal";

const portal = usePortal();
const browser = useBrowser();

/** So much a care worker does for four residents whom the house knows, from signing in to the sent request. */
const MOST = 12;
const PEOPLE = ["Äbtissin, Friederike-Hannelore", "Öllers-Großkreutz, Ümit", "Zyskowski, Hedwig", "Sørensen, Maria-Luise"] as const;

/** A person at the page: all that it can do is activate something or complete a field, and each of them counts. There is no way to an address. */
type Hand = { readonly activate: (what: Locator) => Promise<void>; readonly count: () => number };

function byMouse(page: Page): Hand {
  return counting(page, async (what) => what.click());
}

/** By keyboard alone: the way to a thing is the tab key, its activation the space bar or, for a link or button, the enter key. */
function byKeyboard(page: Page): Hand {
  return counting(page, async (what) => {
    const isHere = (): Promise<boolean> => what.evaluate((element) => element === document.activeElement);
    for (let presses = 0; !(await isHere()); presses += 1) {
      if (presses > 300) throw new Error("the tab key does not lead there");
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press(isTicked(await what.getAttribute("type")) ? "Space" : "Enter");
  });
}

const isTicked = (type: string | null): boolean => type === "checkbox" || type === "radio";

function counting(page: Page, act: (what: Locator) => Promise<void>): Hand {
  let done = 0;
  return {
    count: () => done,
    activate: async (what) => {
      done += 1;
      const stays = isTicked(await what.getAttribute("type"));
      await (stays ? act(what) : Promise.all([page.waitForNavigation(), act(what)]));
      if (stays) expect(await what.isChecked()).toBe(true);
    },
  };
}

/** Four people of the house about whom all is known. */
async function fourKnown(): Promise<readonly string[]> {
  const prisma = portal.prisma();
  const { facilityId } = await prisma.membership.findFirstOrThrow({ where: { user: { email: "burgholz@demo.example" } } });
  const known = { facilityId: facilityId!, nationality: "GERMAN", mainResidence: "DORTMUND", idCardState: "EXPIRED", idExpiresOn: new Date("2025-03-31T00:00:00Z") } as const;
  const made = await Promise.all(PEOPLE.map((name, index) => prisma.resident.create({ data: { ...known, lastName: name.split(", ")[0]!, firstNames: name.split(", ")[1]!, bornOn: new Date(`19${30 + index}-05-0${index + 1}T00:00:00Z`) } })));
  return made.map(({ id }) => id);
}

test.each([
  // The reception in the room is still unknown: it is asked for on the way, once. Those who come later skip it and name a day that suits instead.
  ["with the mouse, and with the one thing that is not known about the house,", byMouse, true, true],
  ["without JavaScript", byMouse, false, false],
  ["with the keyboard alone", byKeyboard, true, false],
  ["with the keyboard alone and without JavaScript", byKeyboard, false, false],
] as const)("%s a request for four known residents takes at most twelve interactions after signing in", async (_how, handOf, javaScriptEnabled, isHouseAsked) => {
  const residents = await fourKnown();
  const page = await signedIn(browser(), portal.origins()[0]!, "burgholz", { javaScriptEnabled });
  const { activate, count } = handOf(page);
  await activate(page.getByRole("link", { name: "Besuch anfragen" }).first());
  for (const id of residents) await activate(page.locator(`main [type="checkbox"][value="${id}"]`));
  await activate(page.getByRole("button", { name: "Speichern und weiter" }));
  if (isHouseAsked) {
    await activate(page.locator('[name="mobileReception"][value="GOOD"]'));
    await activate(page.getByRole("button", { name: "Speichern und bestätigen" }));
  }
  else {
    await activate(page.locator('main a[href$="/dates"]').first());
    await activate(page.locator('[name="days"]').first());
    await activate(page.getByRole("button", { name: "Speichern und weiter" }));
  }
  const check = page.locator("main");
  for (const name of PEOPLE) expect(await check.innerText()).toContain(name);
  expect(await check.innerText()).toContain("Anlass");
  await activate(page.locator('[name="informed"]'));
  await activate(page.getByRole("button", { name: "Anfrage senden" }));
  expect(count()).toBeLessThanOrEqual(MOST);
  expect(await portal.prisma().wishWindow.count({ where: { request: { cases: { some: { residentId: residents[0]! } } } } })).toBe(isHouseAsked ? 0 : 1);

  const cases = await portal.prisma().case.findMany({ where: { residentId: { in: [...residents] } }, include: { request: true } });
  expect(cases.map(({ service, state, reason, request }) => [service, state, reason, request.state])).toEqual(Array(4).fill(["ID_CARD", "REQUESTED", "EXPIRED", "SENT"]));
  expect(new Set(cases.map(({ requestId }) => requestId)).size).toBe(1);
  expect(cases.every(({ dueOn }) => dueOn !== null && civil(dueOn) > "2026-01-01")).toBe(true);
});

test("R65: the copy of what was sent is a PDF that is read out, for the own house alone, and its download is on record", async () => {
  const lastName = PEOPLE[1].split(", ")[0]!;
  const { id, reference } = await portal.prisma().visitRequest.findFirstOrThrow({ where: { state: "SENT", cases: { some: { resident: { lastName } } } } });
  const visitor = await signedIn(browser(), portal.origins()[0]!, "burgholz", { javaScriptEnabled: false });
  await visitor.goto(`/facility/requests/${id}/copy`);
  const href = await visitor.getByRole("link", { name: "Als PDF herunterladen" }).getAttribute("href");
  const answer = await visitor.request.get(href!);
  expect([answer.status(), answer.headers()["content-type"], answer.headers()["content-disposition"]]).toEqual([200, "application/pdf", `attachment; filename="anfrage-${reference}.pdf"`]);
  const { tags, catalog, fonts } = readPdf(new Uint8Array(await answer.body()));
  expect(catalog).toContain("/Lang (de-DE)");
  expect(fonts.every(({ isEmbedded }) => isEmbedded)).toBe(true);
  expect(tags.filter(({ tag }) => tag === "H2").map(({ text }) => text).sort()).toEqual([...PEOPLE].sort());
  expect(tags.filter(({ tag }) => tag === "TH").map(({ text }) => text)).toContain("Wunschtermine");
  const entries = await portal.prisma().auditEntry.findMany({ where: { action: "fileDownloaded" } });
  const people = await portal.prisma().case.findMany({ where: { requestId: id }, select: { residentId: true } });
  expect(entries.map(({ subjectIds }) => [...subjectIds].sort())).toEqual([people.map(({ residentId }) => residentId).sort()]);
  const other = await signedIn(browser(), portal.origins()[0]!, "linde");
  expect((await other.request.get(href!)).status()).toBe(404);
});
