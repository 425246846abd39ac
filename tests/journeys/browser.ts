import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";

const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** One browser for a journey; every person gets a context of their own. */
export function useBrowser(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium", args: ARGUMENTS });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
  }, 60_000);
  return () => {
    if (!browser) throw new Error("the browser runs from beforeAll on");
    return browser;
  };
}

/** A fresh browser window of one of the demo's accounts, signed in with one press. */
export async function signedIn(browser: Browser, origin: string, account: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin, ...options });
  const page = await context.newPage();
  await page.goto("/login");
  await page.locator(`form:has(input[value="${account}@demo.example"]) button`).click();
  await page.waitForURL((url) => url.pathname !== "/login" && url.pathname !== "/home");
  return page;
}
