import axe from "axe-core";
import type { Page } from "playwright-core";
import { signedIn, useBrowser } from "./browser";
import { addressesOf, builtPages } from "./pages";
import { accountsThatMay, ownerOf, PEOPLE, type Account } from "./people";
import { usePortal } from "./portal";

const portal = usePortal();
const browser = useBrowser();

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** A desktop, and the narrowest width at which nothing may be scrolled sideways (WCAG 1.4.10). */
const WIDTHS = [1280, 320] as const;

/** Rows of one page to look at: as many as it has states. */
const MOST_ROWS = 5;

const pages = builtPages();
const windows = new Map<Account | "nobody", Page>();

describe("accessibility of every page of the build", () => {
  beforeAll(async () => {
    const origin = portal.origins()[0]!;
    for (const { account } of PEOPLE) windows.set(account, await signedIn(browser(), origin, account));
    windows.set("nobody", await (await browser().newContext({ baseURL: origin })).newPage());
    for (const page of windows.values()) await watch(page);
  });

  test("the build has the pages of all areas", () => {
    expect(pages.length).toBeGreaterThan(35);
  });

  const everybody = pages.flatMap(({ route, permission }) => (permission === null ? (["nobody", "leitung"] as const) : accountsThatMay(permission)).map((account) => [route, account] as const));

  test.each(everybody)("R67: %s for %s", async (route, account) => {
    const page = windows.get(account)!;
    const owner = account === "nobody" ? { userId: "", facilityId: null, staffId: null } : await ownerOf(portal.prisma(), account);
    const faults: string[] = [];
    // Further rows of one page show it in its other states; what a wide window does with it is seen at the first.
    for (const [index, address] of (await addressesOf(route, portal.prisma(), owner)).slice(0, MOST_ROWS).entries()) {
      faults.push(...(await faultsOf(page, address, index === 0 ? WIDTHS : WIDTHS.slice(1))));
    }
    expect(faults).toEqual([]);
  });

  test("what is wrong with a page is found in every width: words that nobody can read, a picture without words, a box that sticks out", async () => {
    const page = await (await browser().newContext({ baseURL: portal.origins()[0]! })).newPage();
    await page.route("**/imprint", (route) => route.fulfill({ contentType: "text/html", body: SPOILT }));
    const faults = await faultsOf(page, "/imprint", WIDTHS);
    for (const width of WIDTHS) for (const fault of [/color-contrast/, /image-alt/]) expect(faults.filter((line) => line.includes(`at ${width} px`) && fault.test(line))).not.toEqual([]);
    expect(faults.filter((line) => line.includes("px wide"))).toEqual([expect.stringContaining("at 320 px")]);
    await page.context().close();
  });

  const WANTED = ["/imprint", "/privacy", "/accessibility", "/accessibility#feedback", "/easy-language", "/sign-language"];

  test("R66: every page links imprint, privacy, the declaration of accessibility, feedback, easy language and sign language", async () => {
    for (const [route, account] of everybody) {
      const owner = account === "nobody" ? { userId: "", facilityId: null, staffId: null } : await ownerOf(portal.prisma(), account);
      const [address] = await addressesOf(route, portal.prisma(), owner);
      const page = windows.get(account)!;
      await page.goto(address!);
      const links = await page.locator("footer a").evaluateAll((found) => found.map((link) => link.getAttribute("href")?.replace(/^\/privacy\?about=\w+$/, "/privacy")));
      expect([route, account, WANTED.filter((href) => !links.includes(href))]).toEqual([route, account, []]);
    }
  });

  test("the page for an address that does not exist", async () => {
    expect(await faultsOf(windows.get("burgholz")!, "/facility/nothing-here", WIDTHS, 404)).toEqual([]);
  });

  test("a refused form with all its errors", async () => {
    const page = windows.get("jva")!;
    await page.goto("/facility/residents/new");
    await page.locator('form[action="/do/residents.add"] button[type="submit"]').last().click();
    await page.waitForURL(/echo=/);
    const address = page.url().replace(portal.origins()[0]!, "").split("#")[0]!;
    expect(await page.locator('[aria-invalid="true"]').count()).toBeGreaterThan(2);
    expect(await faultsOf(page, address, WIDTHS)).toEqual([]);
  });
});

/** A page with three faults, the last of which shows in a narrow window only. */
const SPOILT = `<!doctype html><html lang="de"><title>Falsch</title><main><h1>Falsch</h1>
  <p style="color:#ccc;background:#fff">kaum zu lesen</p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><p style="width:600px">breit</p></main></html>`;

const refusedByPolicy: string[] = [];

async function watch(page: Page): Promise<void> {
  page.on("console", (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) refusedByPolicy.push(message.text());
  });
  page.on("pageerror", (error) => refusedByPolicy.push(error.message));
}

/** Everything that is wrong with a page, one line each: it is loaded once and then looked at in every width. */
async function faultsOf(page: Page, address: string, widths: readonly number[], expected = 200): Promise<string[]> {
  const faults: string[] = [];
  refusedByPolicy.length = 0;
  await page.setViewportSize({ width: widths[0]!, height: 800 });
  const response = await page.goto(address);
  if (response?.status() !== expected) faults.push(`status ${response?.status()}`);
  const path = new URL(page.url()).pathname;
  if (path !== address.split("?")[0]) faults.push(`led to ${path}`);
  const headings = await page.locator("h1").count();
  if (headings !== 1) faults.push(`${headings} headings of the first level`);
  if ((await page.title()).trim().length < 3) faults.push("no title");
  await page.evaluate(axe.source);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    faults.push(...[...(await overflowing(page)), ...(await violations(page))].map((fault) => `at ${width} px: ${fault}`));
  }
  faults.push(...refusedByPolicy.map((sentence) => `policy: ${sentence}`));
  return faults.map((fault) => `${address}: ${fault}`);
}

/** What axe finds at the width that the window has now; the page has no frames of its own. */
async function violations(page: Page): Promise<string[]> {
  const found = await page.evaluate(
    async (tags) => (await (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] })).violations,
    RULES,
  );
  return found.flatMap(({ id, help, nodes }) => nodes.slice(0, 3).map(({ target, failureSummary }) => `${id} (${help}): ${target.join(" ")} – ${failureSummary?.replace(/\s+/g, " ").slice(0, 200)}`));
}

/** The elements that stick out sideways, when the page can be scrolled that way; what lies in a scroll region of its own is fine. */
async function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const inRegion = (element: Element): boolean => {
      for (let parent = element.parentElement; parent && parent !== document.body; parent = parent.parentElement) {
        if (getComputedStyle(parent).overflowX !== "visible") return true;
      }
      return false;
    };
    const wide = [...document.querySelectorAll("body *")].filter((element) => element.getBoundingClientRect().right > clientWidth + 1 && !inRegion(element));
    return [`${scrollWidth} px wide: ${wide.slice(-3).map((element) => `${element.tagName.toLowerCase()}.${element.className}`).join(", ")}`];
  });
}
