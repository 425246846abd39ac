import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { signedIn, useBrowser } from "./browser";
import { fill, formOf, press } from "./forms";
import { usePortal } from "./portal";

const folder = mkdtempSync(join(tmpdir(), "guards-"));
const logFile = join(folder, "said.log");
const portal = usePortal({ logFile });
const browser = useBrowser();
const origin = (): string => portal.origins()[0]!;
const WAIT_MS = 30_000;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const signOutForm = (page: Page) => page.locator('header form[action="/do/account.signOut"]').first();
const kept = (page: Page): Promise<number> => page.evaluate(() => window.localStorage.length);

/** What the answer to a form told the browser to clear. */
async function clearedBy(page: Page, path: string, act: () => Promise<unknown>): Promise<string | undefined> {
  const [answer] = await Promise.all([page.waitForResponse((response) => new URL(response.url()).pathname === path), act()]);
  return (await answer.allHeaders())["clear-site-data"];
}

async function endSessions(account: string): Promise<void> {
  const now = await portal.now();
  await portal.prisma().session.updateMany({ where: { user: { email: `${account}@demo.example` }, endedAt: null }, data: { lastSeenAt: new Date(now.getTime() - 31 * 60_000) } });
}

describe("what a browser keeps", () => {
  test("goes at the sign-out, and the back button shows nothing of it", async () => {
    const page = await signedIn(browser(), origin(), "burgholz");
    await page.goto("/facility/residents");
    const { lastName } = await portal.prisma().resident.findFirstOrThrow({ where: { goneOn: null, facility: { memberships: { some: { user: { email: "burgholz@demo.example" } } } } } });
    expect(await page.locator("main").innerText()).toContain(lastName);
    await page.evaluate(() => window.localStorage.setItem("anything", "1"));
    expect(await clearedBy(page, "/do/account.signOut", () => press(signOutForm(page)))).toBe('"cache", "storage"');
    expect(new URL(page.url()).pathname).toBe("/login");
    expect(await kept(page)).toBe(0);
    await page.goBack();
    await page.waitForURL((url) => url.pathname === "/login");
    expect(await page.content()).not.toContain(lastName);
  });

  test("of pages goes when a session has ended by itself, while what was typed stays and comes back after signing in", async () => {
    const page = await signedIn(browser(), origin(), "burgholz");
    await page.goto("/facility/residents/new");
    await page.evaluate(() => window.localStorage.setItem("anything", "1"));
    await fill(formOf(page, "residents.add"), { lastName: "Getippt-Geblieben" });
    await endSessions("burgholz");
    expect(await clearedBy(page, "/do/residents.add", () => press(formOf(page, "residents.add")))).toBe('"cache"');
    expect(new URL(page.url()).pathname).toBe("/login");
    expect(await kept(page)).toBe(1);
    await page.locator('form:has(input[value="burgholz@demo.example"]) button').click();
    await page.waitForURL((url) => url.pathname === "/facility/residents/new");
    expect(await formOf(page, "residents.add").locator('[name="lastName"]').inputValue()).toBe("Getippt-Geblieben");

    await endSessions("burgholz");
    expect(await clearedBy(page, "/facility/residents", () => page.goto("/facility/residents"))).toBe('"cache"');
    expect(new URL(page.url()).pathname).toBe("/login");
  });

  test("is nobody's business where nobody was signed in", async () => {
    const page = await (await browser().newContext({ baseURL: origin() })).newPage();
    expect(await clearedBy(page, "/facility", () => page.goto("/facility"))).toBeUndefined();
  });
});

describe("a violation of a page's policy", () => {
  const reported = (): readonly Record<string, unknown>[] => readFileSync(logFile, "utf8").split("\n").filter((line) => line.includes('"policyViolated"')).map((line) => JSON.parse(line) as Record<string, unknown>);

  test("is reported by the browser, and stands in the log without an address", async () => {
    const page = await signedIn(browser(), origin(), "burgholz");
    await page.goto("/facility/residents?name=Zyxwvut");
    await page.evaluate(() => {
      const picture = document.createElement("img");
      picture.src = "https://zyxwvut.example/Zyxwvut.png";
      document.body.append(picture);
    });
    const until = performance.now() + WAIT_MS;
    while (reported().length === 0 && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 500));
    expect(reported()[0]).toMatchObject({ directive: "img-src", area: "facility", times: 1, service: "web" });
    expect(readFileSync(logFile, "utf8")).not.toMatch(/zyxwvut/i);
  });
});
