import { AxeBuilder } from "@axe-core/playwright";
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

/** Rows of one page to look at; more of them take minutes and show little that is new. */
const MOST_ROWS = 2;

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

  test.each(everybody)("%s for %s", async (route, account) => {
    const page = windows.get(account)!;
    const owner = account === "nobody" ? { userId: "", facilityId: null, staffId: null } : await ownerOf(portal.prisma(), account);
    const faults: string[] = [];
    // Further rows of one page show it in its other states; what a wide window does with it is seen at the first.
    for (const [index, address] of (await addressesOf(route, portal.prisma(), owner)).slice(0, MOST_ROWS).entries()) {
      for (const width of index === 0 ? WIDTHS : WIDTHS.slice(1)) faults.push(...(await faultsOf(page, address, width)));
    }
    expect(faults).toEqual([]);
  });

  test("the page for an address that does not exist", async () => {
    for (const width of WIDTHS) expect(await faultsOf(windows.get("burgholz")!, "/facility/nothing-here", width, 404)).toEqual([]);
  });

  test("a refused form with all its errors", async () => {
    const page = windows.get("jva")!;
    await page.goto("/facility/residents/new");
    await page.locator('form[action="/do/residents.add"] button[type="submit"]').last().click();
    await page.waitForURL(/echo=/);
    const address = page.url().replace(portal.origins()[0]!, "").split("#")[0]!;
    expect(await page.locator('[aria-invalid="true"]').count()).toBeGreaterThan(2);
    for (const width of WIDTHS) expect(await faultsOf(page, address, width)).toEqual([]);
  });
});

const refusedByPolicy: string[] = [];

async function watch(page: Page): Promise<void> {
  page.on("console", (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) refusedByPolicy.push(message.text());
  });
  page.on("pageerror", (error) => refusedByPolicy.push(error.message));
}

/** Everything that is wrong with a page at a width, one line each. */
async function faultsOf(page: Page, address: string, width: number, expected = 200): Promise<string[]> {
  const faults: string[] = [];
  refusedByPolicy.length = 0;
  await page.setViewportSize({ width, height: 800 });
  const response = await page.goto(address);
  if (response?.status() !== expected) faults.push(`status ${response?.status()}`);
  const path = new URL(page.url()).pathname;
  if (path !== address.split("?")[0]) faults.push(`led to ${path}`);
  faults.push(...refusedByPolicy.map((sentence) => `policy: ${sentence}`));
  const headings = await page.locator("h1").count();
  if (headings !== 1) faults.push(`${headings} headings of the first level`);
  if ((await page.title()).trim().length < 3) faults.push("no title");
  faults.push(...(await overflowing(page)));
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  faults.push(...violations.flatMap(({ id, help, nodes }) => nodes.slice(0, 3).map(({ target, failureSummary }) => `${id} (${help}): ${target.join(" ")} – ${failureSummary?.replace(/\s+/g, " ").slice(0, 200)}`)));
  return faults.map((fault) => `${address} at ${width} px: ${fault}`);
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
