import type { Page } from "playwright-core";
import { signedIn, useBrowser } from "./browser";
import { formOf, press, says } from "./forms";
import { usePortal } from "./portal";
import { aVisitor, isSignedIn, signedInVisitor, type Visitor } from "./visitor";

const portal = usePortal();
const browser = useBrowser();
const origin = (): string => portal.origins()[0]!;
const MINUTE = 60_000;

/** Lets the last request of an account's sessions lie back, and the sign-in as well where it is said. */
async function ageSessions(account: string, { seenMinutes, begunMinutes = 0 }: { readonly seenMinutes: number; readonly begunMinutes?: number }): Promise<void> {
  const now = (await portal.now()).getTime();
  const user = { email: `${account}@demo.example` };
  for (const { id, expiresAt, createdAt } of await portal.prisma().session.findMany({ where: { user, endedAt: null } })) {
    const back = begunMinutes * MINUTE;
    const data = { lastSeenAt: new Date(now - seenMinutes * MINUTE), createdAt: new Date(createdAt.getTime() - back), expiresAt: new Date(expiresAt.getTime() - back) };
    await portal.prisma().session.update({ where: { id }, data });
  }
}

const openSessions = (account: string) => portal.prisma().session.findMany({ where: { user: { email: `${account}@demo.example` }, endedAt: null }, orderBy: { createdAt: "asc" } });

describe("the list of own sessions", () => {
  test("shows every browser, marks this one, and ends another one at once", async () => {
    const lost = await signedInVisitor(origin(), "leitung");
    const page = await signedIn(browser(), origin(), "leitung");
    await page.goto("/account/sessions");
    const rows = page.locator("main tbody tr");
    expect(await rows.count()).toBe(2);
    expect(await rows.filter({ hasText: "dieser Browser" }).count()).toBe(1);
    await says(page, /Chrome auf Linux \(dieser Browser\)/);
    await says(page, "Unbekanntes Gerät");
    expect(await isSignedIn(lost)).toBe(true);
    await press(formOf(page, "account.endSession"));
    await says(page, "Die andere Sitzung ist beendet.");
    expect(await isSignedIn(lost)).toBe(false);
    expect(await rows.count()).toBe(1);
    await page.context().close();
  });

  test("ends all others with one press and keeps this one", async () => {
    const [own, ...others] = await Promise.all(Array.from({ length: 4 }, () => signedInVisitor(origin(), "team1")));
    expect((await own!.post("account.endOthers", { _from: "/account/sessions" })).location).toBe("/account/sessions?notice=otherSessionsEnded");
    expect(await Promise.all([own!, ...others].map(isSignedIn))).toEqual([true, false, false, false]);
  });

  test("names nobody else's sessions, and ends none of them", async () => {
    const victim = await signedInVisitor(origin(), "burgholz");
    const [session] = await openSessions("burgholz");
    const stranger = await signedInVisitor(origin(), "linde");
    expect((await stranger.get("/account/sessions")).text).not.toContain(session!.id);
    expect((await stranger.post("account.endSession", { _from: "/account/sessions", sessionId: session!.id })).location).toMatch(/echo=/);
    expect(await isSignedIn(victim)).toBe(true);
  });

  test("an administrator ends all sessions of another person", async () => {
    const victims = await Promise.all([1, 2].map(() => signedInVisitor(origin(), "jva")));
    const user = await portal.prisma().user.findUniqueOrThrow({ where: { email: "jva@demo.example" } });
    const page = await signedIn(browser(), origin(), "admin");
    await page.goto(`/admin/users/${user.id}`);
    await press(formOf(page, "users.endSessions"));
    await says(page, "Alle Sitzungen dieses Kontos sind beendet.");
    expect(await Promise.all(victims.map(isSignedIn))).toEqual([false, false]);
    expect(await portal.prisma().auditEntry.count({ where: { action: "sessionsEnded", subjectId: user.id } })).toBe(1);
    await page.context().close();
  });
});

describe("the time of a session", () => {
  test("ends it thirty minutes after the last request, and a request before that prolongs it", async () => {
    const visitor = await signedInVisitor(origin(), "burgholz");
    await ageSessions("burgholz", { seenMinutes: 29 });
    expect(await isSignedIn(visitor)).toBe(true);
    expect((await openSessions("burgholz")).at(-1)!.lastSeenAt.getTime()).toBeGreaterThan((await portal.now()).getTime() - MINUTE);
    await ageSessions("burgholz", { seenMinutes: 30 });
    expect(await isSignedIn(visitor)).toBe(false);
  });

  test("ends it ten hours after the sign-in, however busy it is", async () => {
    const visitor = await signedInVisitor(origin(), "burgholz");
    await ageSessions("burgholz", { seenMinutes: 0, begunMinutes: 10 * 60 - 1 });
    expect(await isSignedIn(visitor)).toBe(true);
    await ageSessions("burgholz", { seenMinutes: 0, begunMinutes: 1 });
    expect(await isSignedIn(visitor)).toBe(false);
  });

  test("is not prolonged by asking how much is left", async () => {
    const visitor = await signedInVisitor(origin(), "burgholz");
    await ageSessions("burgholz", { seenMinutes: 20 });
    const { seconds, canBeProlonged } = JSON.parse((await visitor.get("/account/session-left")).text) as { seconds: number; canBeProlonged: boolean };
    expect({ isAboutTen: Math.abs(seconds - 600) < 30, canBeProlonged }).toEqual({ isAboutTen: true, canBeProlonged: true });
    await ageSessions("burgholz", { seenMinutes: 31 });
    expect(JSON.parse((await visitor.get("/account/session-left")).text)).toEqual({ seconds: 0, canBeProlonged: false });
    expect(JSON.parse((await aVisitor(origin()).get("/account/session-left")).text)).toEqual({ seconds: 0, canBeProlonged: false });
  });
});

describe("the question before the end", () => {
  /** A page whose clock the test moves, five minutes before the end of its session. */
  async function atTheQuestion(account: string, path = "/account", onPage: (page: Page) => Promise<void> = async () => undefined): Promise<Page> {
    const page = await signedIn(browser(), origin(), account);
    await page.clock.install();
    await page.goto(path);
    await onPage(page);
    await ageSessions(account, { seenMinutes: 26 });
    await page.clock.fastForward("25:05");
    await page.locator("dialog[open]").waitFor();
    return page;
  }

  test("stands five minutes before, takes the focus, and one press answers it", async () => {
    const page = await atTheQuestion("leitung");
    const dialog = page.locator("dialog[open]");
    expect(await dialog.innerText()).toMatch(/Sind Sie noch da\?[\s\S]*Noch 4 Minuten\./);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Angemeldet bleiben");
    await dialog.locator("button").click();
    await page.locator("dialog:not([open])").waitFor({ state: "attached" });
    const [session] = (await openSessions("leitung")).slice(-1);
    expect(session!.lastSeenAt.getTime()).toBeGreaterThan((await portal.now()).getTime() - MINUTE);
    await page.context().close();
  });

  test("says when it was too late, and leaves what was typed", async () => {
    const path = "/facility/residents/new";
    const page = await atTheQuestion("burgholz", path, (one) => one.locator('[name="lastName"]').fill("Getippt"));
    await ageSessions("burgholz", { seenMinutes: 31 });
    await page.clock.fastForward("00:20");
    await page.locator("dialog[open]", { hasText: "Ihre Sitzung ist zu Ende" }).waitFor();
    const behind = await page.locator("dialog").evaluate((dialog) => getComputedStyle(dialog, "::backdrop").backgroundColor);
    // Opaque in whatever notation the browser has: no transparency.
    expect(behind).not.toMatch(/rgba|\/|transparent/);
    await page.locator("dialog button").click();
    expect(new URL(page.url()).pathname).toBe(path);
    expect(await page.locator('[name="lastName"]').inputValue()).toBe("Getippt");
    await page.context().close();
  });

  test("gives way to the sign-in when it was too late and nothing was typed: the page that somebody left open is gone, and the sign-in leads back to it", async () => {
    const page = await atTheQuestion("leitung");
    await ageSessions("leitung", { seenMinutes: 31 });
    await page.clock.fastForward("00:20");
    await page.waitForURL((url) => url.pathname === "/login");
    expect(new URL(page.url()).searchParams.get("next")).toBe("/account");
    expect(await page.content()).not.toContain("Mein Konto");
    await page.context().close();
  });

  test("is a note with the time where there is no script, and its button leaves the page as it is", async () => {
    const page = await signedIn(browser(), origin(), "leitung", { javaScriptEnabled: false });
    await page.goto("/account");
    const note = page.locator(".bk-session-note");
    expect(await note.innerText()).toMatch(/endet Ihre Sitzung um \d{1,2}:\d\d Uhr/);
    await ageSessions("leitung", { seenMinutes: 26 });
    const [opened] = await Promise.all([page.context().waitForEvent("page"), note.locator("button").click()]);
    await opened.waitForLoadState();
    await says(opened, "Sie bleiben angemeldet.");
    expect(page.url()).toMatch(/\/account$/);
    expect((await openSessions("leitung")).at(-1)!.lastSeenAt.getTime()).toBeGreaterThan((await portal.now()).getTime() - MINUTE);
    await page.context().close();
  });
});

describe("the value in the cookie", () => {
  const value = (visitor: Visitor): string => visitor.cookie("portal-session")!;

  test("is new at every sign-in, whatever the browser brought along, and the old one is worth nothing", async () => {
    const planted = await signedInVisitor(origin(), "burgholz");
    const victim = planted.twin();
    await victim.post("login.demo", { email: "leitung@demo.example", next: "" });
    expect(value(victim)).not.toBe(value(planted));
    expect(await isSignedIn(victim)).toBe(true);
    expect(await isSignedIn(planted)).toBe(false);
  });

  test("is new when the role changes, and the old one is worth nothing", async () => {
    const user = await portal.prisma().user.findUniqueOrThrow({ where: { email: "leitung@demo.example" } });
    const second = await portal.prisma().membership.create({ data: { userId: user.id, role: "DATA_PROTECTION_OFFICER" } });
    const visitor = await signedInVisitor(origin(), "leitung");
    const thief = visitor.twin();
    expect((await visitor.post("account.switchRole", { membershipId: second.id, _from: "/account" })).location).toBe("/admin?notice=roleSwitched");
    expect(value(visitor)).not.toBe(value(thief));
    expect([await isSignedIn(visitor), await isSignedIn(thief)]).toEqual([true, false]);
    const again = await signedInVisitor(origin(), "leitung");
    expect((await again.get("/home")).location).toBe("/admin");
  });

  test("stands nowhere in the database", async () => {
    const visitor = await signedInVisitor(origin(), "admin");
    const rows = await portal.prisma().session.findMany();
    expect(rows.every(({ tokenHash }) => /^[0-9a-f]{64}$/.test(tokenHash))).toBe(true);
    expect(rows.some(({ tokenHash }) => value(visitor).includes(tokenHash))).toBe(false);
  });
});
