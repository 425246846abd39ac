import { expect } from "@jest/globals";
import type { Locator, Page } from "playwright-core";

/** A form by the action it posts to; `holding` narrows to the one with a hidden value. */
export function formOf(page: Page, action: string, holding?: string): Locator {
  const forms = page.locator(`form[action="/do/${action}"]`);
  return holding ? forms.filter({ has: page.locator(`input[value="${holding}"]`) }) : forms;
}

/** Types values into a form by the names of its inputs; a date is given as YYYY-MM-DD, a tick as true. */
export async function fill(form: Locator, values: Readonly<Record<string, string | true | readonly string[]>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === "string" && (await form.locator(`[name="${name}.day"]`).count()) > 0) {
      const [year, month, day] = value.split("-");
      await form.locator(`[name="${name}.day"]`).fill(day!);
      await form.locator(`[name="${name}.month"]`).fill(month!);
      await form.locator(`[name="${name}.year"]`).fill(year!);
      continue;
    }
    for (const one of Array.isArray(value) ? (value as readonly string[]) : [value as string | true]) await fillOne(form, name, one);
  }
}

async function fillOne(form: Locator, name: string, value: string | true): Promise<void> {
  const input = form.locator(`[name="${name}"]`);
  const kind = await input.first().evaluate((element) => (element instanceof HTMLInputElement ? element.type : element.tagName.toLowerCase()));
  if (kind === "select") await input.selectOption(value === true ? "" : value);
  else if (kind === "checkbox" || kind === "radio") await (value === true ? input.first() : form.locator(`[name="${name}"][value="${value}"]`)).check();
  else await input.fill(value === true ? "" : value);
}

/** Unfolds everything that can be unfolded, as a person would before using a form inside. */
export async function openAll(page: Page): Promise<void> {
  const folded = page.locator("main details:not([open]) > summary");
  while ((await folded.count()) > 0) await folded.first().click();
}

/** Presses a form's button and waits for the page that follows. */
export async function press(form: Locator): Promise<void> {
  const page = form.page();
  await Promise.all([page.waitForNavigation(), form.locator('button[type="submit"]').last().click()]);
}

/** The request about which a page is, whichever of its steps it shows. */
export function requestIdOf(page: Page): string {
  const found = /\/facility\/requests\/([0-9a-f-]{36})/.exec(decodeURIComponent(page.url()));
  if (!found) throw new Error(`${page.url()} is about no request`);
  return found[1]!;
}

/** The page says this somewhere in its main part. */
export async function says(page: Page, sentence: string | RegExp): Promise<void> {
  const text = (await page.locator("main").innerText()).replace(/\s+/g, " ");
  expect(text).toMatch(sentence instanceof RegExp ? sentence : new RegExp(sentence.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")));
}
