import { Secret, TOTP } from "otpauth";
import type { CDPSession, Page } from "playwright-core";
import { addDays, civilDateOf } from "@/lib/time/calendar";
import { signedIn, useBrowser } from "./browser";
import { fill, formOf, press, says } from "./forms";
import { mailsAt, mailThat, type Mail } from "./mails";
import { usePortal } from "./portal";
import { aVisitor, isSignedIn, signedInVisitor, summaryOf, type Visitor } from "./visitor";

const portal = usePortal();
const browser = useBrowser();
const origin = (): string => portal.origins()[0]!;
const CODE = /\b\d{6}\b/;
const sentTo = (address: string) => (mail: Mail) => JSON.stringify(mail.to).includes(address);

/** Waits for the code that asking for one sends. */
async function mailedCode(address: string, ask: () => Promise<unknown>): Promise<string> {
  const before = new Set((await mailsAt(portal.mailbox())).map(({ id }) => id));
  await ask();
  const { text } = await mailThat(portal.mailbox(), (mail) => sentTo(address)(mail) && !before.has(mail.id) && CODE.test(mail.text));
  return CODE.exec(text)![0];
}

/** Signs in with the code from the mail, which is the first factor alone. */
async function withFirstFactor(account: string, visitor: Visitor = aVisitor(origin())): Promise<Visitor> {
  const email = `${account}@demo.example`;
  const code = await mailedCode(email, () => visitor.post("login.code", { email, next: "" }));
  expect(await visitor.post("login.redeem", { code, next: "" })).toMatchObject({ status: 303, location: "/home" });
  return visitor;
}

/** What the app would show, now or a number of steps later. */
async function appCode(secret: string, stepsLater = 0): Promise<string> {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: (await portal.now()).getTime() + stepsLater * 30_000 });
}

const secretOf = (text: string): string => /<code class="bk-code">([A-Z2-7 ]+)<\/code>/.exec(text)![1]!.replaceAll(" ", "");
const codesOf = (text: string): readonly string[] => [...text.matchAll(/<code class="bk-code">([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})<\/code>/g)].map((match) => match[1]!);

/** What a form says when it is refused. */
async function saidBy(visitor: Visitor, action: string, fields: Readonly<Record<string, string>>, page = "/login/factor"): Promise<string> {
  const { location } = await visitor.post(action, { _from: page, next: "", ...fields });
  expect(location).toMatch(/echo=/);
  return summaryOf((await visitor.get(location.split("#")[0]!)).text).join();
}

let secret = "";
let codes: readonly string[] = [];

describe("a role that requires a second factor, without JavaScript", () => {
  test("sees nothing but the second factor's page after the mailed code, for pages, files and forms", async () => {
    const visitor = await withFirstFactor("leitung");
    expect(await visitor.get("/home")).toMatchObject({ status: 303, location: "/login/factor" });
    for (const path of ["/office", "/office/inbox?page=2", "/office/board", "/account", "/account/security", "/account/security/codes"]) {
      const { status, location, text } = await visitor.get(path);
      expect({ path, status, location }).toEqual({ path, status: 307, location: `/login/factor?${new URLSearchParams({ next: path })}` });
      expect(text).not.toContain("Sander");
    }
    const residents = await portal.prisma().mailOrder.count();
    for (const action of ["mails.resend", "account.switchRole", "factors.beginTotp", "factors.newCodes"]) expect((await visitor.post(action, { _from: "/office/mails" })).location).toMatch(/^\/login\/factor\?next=/);
    expect(await portal.prisma().mailOrder.count()).toBe(residents);
    for (const purpose of ["prove", "other"]) expect((await visitor.send("POST", `/api/passkeys/${purpose}`, { Origin: origin(), "Content-Type": "application/x-www-form-urlencoded" }, "")).status).toBe(404);
  });

  test("sets up an app, gets ten codes once, and a new cookie value", async () => {
    const visitor = await withFirstFactor("leitung");
    const old = visitor.twin();
    const begun = await visitor.post("factor.beginTotp", { next: "/office/inbox" });
    expect(begun.location).toBe("/login/factor?way=app&next=%2Foffice%2Finbox");
    const page = await visitor.get(begun.location);
    expect(page.text).toMatch(/<svg class="bk-qr"/);
    secret = secretOf(page.text);
    const stored = await portal.prisma().factor.findFirstOrThrow({ where: { user: { email: "leitung@demo.example" } } });
    expect(stored.sealedSecret).toMatch(/^s1\./);
    expect(JSON.stringify({ ...stored, signCount: null })).not.toContain(secret);
    const wrong = (await appCode(secret)) === "000000" ? "000001" : "000000";
    expect(await saidBy(visitor, "factor.confirmTotp", { name: "Diensthandy", code: wrong }, "/login/factor?way=app")).not.toBe("");
    expect(await isSignedIn(visitor)).toBe(false);
    const done = await visitor.post("factor.confirmTotp", { name: "Diensthandy", code: await appCode(secret), next: "/office/inbox" });
    expect(done.location).toMatch(/^\/account\/security\/codes\?next=%2Foffice%2Finbox&echo=[0-9a-f-]{36}&notice=factorAdded$/);
    expect(await isSignedIn(visitor)).toBe(true);
    expect(await isSignedIn(old)).toBe(false);
    codes = codesOf((await visitor.get(done.location)).text);
    expect(codes).toHaveLength(10);
    const shown = /echo=([0-9a-f-]{36})/.exec(done.location)![1]!;
    expect(await visitor.post("factors.codesNoted", { shown, next: "/office/inbox" })).toMatchObject({ status: 303, location: "/office/inbox" });
    expect(codesOf((await visitor.get(done.location)).text)).toEqual([]);
    expect((await visitor.get("/office/inbox")).status).toBe(200);
    await mailThat(portal.mailbox(), (mail) => sentTo("leitung@demo.example")(mail) && /App mit Codes/.test(mail.text));
  });

  test("is asked for it at every sign-in; a code of the app works once, the page wanted is kept", async () => {
    const visitor = await withFirstFactor("leitung");
    expect((await visitor.get("/office/board")).location).toMatch(/^\/login\/factor/);
    expect((await visitor.post("factor.beginTotp", { _from: "/login/factor" })).location).toMatch(/echo=/);
    const code = await appCode(secret, 1);
    expect(await visitor.post("factor.prove", { code: `${code.slice(0, 3)} ${code.slice(3)}`, next: "/office/board" })).toMatchObject({ status: 303, location: "/office/board" });
    expect((await visitor.get("/office/board")).status).toBe(200);
    const second = await withFirstFactor("leitung");
    expect(await saidBy(second, "factor.prove", { code })).not.toBe("");
    expect(await isSignedIn(second)).toBe(false);
    expect(await second.post("factor.prove", { code: codes[0]!.toLowerCase().replaceAll("-", " "), next: "https://evil.example/" })).toMatchObject({ status: 303, location: "/home" });
    expect(await isSignedIn(second)).toBe(true);
    const audit = await portal.prisma().auditEntry.findMany({ where: { action: { in: ["factorProven", "factorFailed", "recoveryCodeUsed", "factorAdded"] } } });
    for (const action of ["factorProven", "factorFailed", "recoveryCodeUsed", "factorAdded"]) expect(audit.map((entry) => entry.action)).toContain(action);
    expect(JSON.stringify(audit.map(({ details }) => details))).not.toContain(code);
  });

  test("waits after three wrong codes, also with the right one, and gets in when the wait is over", async () => {
    const visitor = await withFirstFactor("leitung");
    expect(await saidBy(visitor, "factor.prove", { code: codes[0]! })).not.toBe("");
    for (let time = 0; time < 2; time += 1) await saidBy(visitor, "factor.prove", { code: "ZZZZ-ZZZZ-ZZZZ" });
    expect(await saidBy(visitor, "factor.prove", { code: codes[1]! })).toMatch(/Sekunden/);
    expect(await isSignedIn(visitor)).toBe(false);
    await portal.prisma().factorThrottle.updateMany({ data: { waitUntil: new Date(0) } });
    await visitor.post("factor.prove", { code: codes[1]!, next: "" });
    expect(await isSignedIn(visitor)).toBe(true);
    expect(await portal.prisma().factorThrottle.count()).toBe(0);
  });

  test("keeps its last factor, and a changed one ends the other sessions", async () => {
    const [one, other] = [await signedInVisitor(origin(), "leitung"), await signedInVisitor(origin(), "leitung")];
    const factor = await portal.prisma().factor.findFirstOrThrow({ where: { user: { email: "leitung@demo.example" } } });
    expect((await one.get("/account/security")).text).toContain("Diensthandy");
    await one.post("factors.rename", { id: factor.id, name: "Altes Handy", _from: "/account/security" });
    expect((await one.get("/account/security")).text).toContain("Altes Handy");
    expect((await one.post("factors.remove", { id: factor.id, _from: "/account/security" })).location).toMatch(/echo=/);
    const renewed = await one.post("factors.newCodes", { _from: "/account/security" });
    expect(codesOf((await one.get(renewed.location)).text)).toHaveLength(10);
    expect(await isSignedIn(other)).toBe(false);
    expect(await isSignedIn(one)).toBe(true);
  });
});

describe("a passkey in the browser", () => {
  let page: Page;
  let device: CDPSession;
  let authenticatorId = "";

  beforeAll(async () => {
    page = await (await browser().newContext({ baseURL: origin() })).newPage();
    device = await page.context().newCDPSession(page);
    await device.send("WebAuthn.enable");
    const options = { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } as const;
    ({ authenticatorId } = await device.send("WebAuthn.addVirtualAuthenticator", { options }));
  });

  /** Signs in with the mailed code in the page. */
  const signIn = async (): Promise<void> => {
    await page.goto("/login");
    const email = "jva@demo.example";
    const code = await mailedCode(email, async () => {
      await formOf(page, "login.code").locator('[name="email"]').fill(email);
      await press(formOf(page, "login.code"));
    });
    await formOf(page, "login.redeem").locator('[name="code"]').fill(code);
    await press(formOf(page, "login.redeem"));
    await page.waitForURL("**/login/factor**");
  };
  const pressPasskey = (action: string): Promise<void> => page.locator(`form[action="/do/${action}"] button[type="button"]`).click();

  test("is set up, and signs in after the mailed code", async () => {
    await signIn();
    await pressPasskey("factor.addPasskey");
    await page.waitForURL("**/account/security/codes**");
    expect(await page.locator(".bk-codes li").count()).toBe(10);
    await press(formOf(page, "factors.codesNoted"));
    await page.goto("/facility");
    expect(new URL(page.url()).pathname).toBe("/facility");
    await press(page.locator('header form[action="/do/account.signOut"]').first());
    await signIn();
    await pressPasskey("factor.passkey");
    await page.waitForURL((url) => url.pathname === "/facility");
    const { credentials } = await device.send("WebAuthn.getCredentials", { authenticatorId });
    expect(credentials).toMatchObject([{ rpId: "localhost" }]);
    const factor = await portal.prisma().factor.findFirstOrThrow({ where: { user: { email: "jva@demo.example" } } });
    expect(factor).toMatchObject({ kind: "PASSKEY", sealedSecret: null });
    expect(Number(factor.signCount)).toBe(credentials[0]!.signCount);
  });

  test("is worth nothing a second time, in another session, or without its person", async () => {
    const other = await withFirstFactor("jva");
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/do/factor.passkey")) sent.push(new URLSearchParams(request.postData() ?? "").get("response") ?? "");
    });
    await press(page.locator('header form[action="/do/account.signOut"]').first());
    await signIn();
    await pressPasskey("factor.passkey");
    await page.waitForURL((url) => url.pathname === "/facility");
    expect(sent).toHaveLength(1);
    await other.send("POST", "/api/passkeys/prove", { Origin: origin(), "Content-Type": "application/x-www-form-urlencoded" }, "");
    for (let time = 0; time < 2; time += 1) expect((await other.post("factor.passkey", { response: sent[0]!, next: "", _from: "/login/factor" })).location).toMatch(/^\/login\/factor\?echo=/);
    expect(await isSignedIn(other)).toBe(false);
    await press(page.locator('header form[action="/do/account.signOut"]').first());
    await device.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
    await signIn();
    await pressPasskey("factor.passkey");
    await page.locator('form[action="/do/factor.passkey"] [role="status"]:not(:empty)').waitFor();
    expect(new URL(page.url()).pathname).toBe("/login/factor");
    await device.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: true });
  });
});

describe("somebody whose role does not require a factor", () => {
  test("may set one up, is asked for it from then on, and may take it away again", async () => {
    const visitor = await withFirstFactor("linde");
    expect(await isSignedIn(visitor)).toBe(true);
    expect((await visitor.post("factors.beginTotp", { next: "" })).location).toBe("/account/security/totp");
    const own = secretOf((await visitor.get("/account/security/totp")).text);
    expect((await visitor.post("factors.confirmTotp", { name: "Stationshandy", code: await appCode(own), next: "" })).location).toMatch(/^\/account\/security\/codes/);
    const next = await withFirstFactor("linde");
    expect(await isSignedIn(next)).toBe(false);
    await next.post("factor.prove", { code: await appCode(own, 1), next: "" });
    expect(await isSignedIn(next)).toBe(true);
    const factor = await portal.prisma().factor.findFirstOrThrow({ where: { user: { email: "linde@demo.example" } } });
    expect((await next.post("factors.remove", { id: factor.id, _from: "/account/security" })).location).toMatch(/notice=factorRemoved/);
    expect(await portal.prisma().recoveryCode.count({ where: { user: { email: "linde@demo.example" } } })).toBe(0);
    expect(await isSignedIn(await withFirstFactor("linde"))).toBe(true);
  });
});

describe("somebody who lost every factor", () => {
  test("gets in again when one person asks and a second one confirms", async () => {
    const lost = await withFirstFactor("datenschutz");
    await lost.post("factor.beginTotp", { next: "" });
    const own = secretOf((await lost.get("/login/factor?way=app")).text);
    await lost.post("factor.confirmTotp", { name: "Verlorenes Handy", code: await appCode(own), next: "" });
    expect(await isSignedIn(lost)).toBe(true);
    const { id: userId, displayName } = await portal.prisma().user.findUniqueOrThrow({ where: { email: "datenschutz@demo.example" } });

    const lead = await signedIn(browser(), origin(), "leitung");
    await lead.goto("/recovery");
    await formOf(lead, "recovery.ask").locator('[name="userId"]').selectOption(userId);
    await press(formOf(lead, "recovery.ask"));
    await says(lead, displayName);
    expect(await formOf(lead, "recovery.confirm").count()).toBe(0);
    const { id } = await portal.prisma().factorReset.findFirstOrThrow({ where: { userId } });
    const byHand = await signedInVisitor(origin(), "leitung");
    expect((await byHand.post("recovery.confirm", { id, _from: "/recovery" })).location).toMatch(/echo=/);
    expect(await isSignedIn(lost)).toBe(true);

    const admin = await signedIn(browser(), origin(), "admin");
    await admin.goto("/recovery");
    await press(formOf(admin, "recovery.confirm", id));
    await says(admin, "Zurückgesetzt");
    expect(await isSignedIn(lost)).toBe(false);
    const told = (mail: Mail): boolean => sentTo("datenschutz@demo.example")(mail) && /zurückgesetzt/.test(mail.subject);
    await mailThat(portal.mailbox(), told);
    const again = await withFirstFactor("datenschutz");
    expect((await again.get("/login/factor")).text).toContain('action="/do/factor.beginTotp"');
  });

  test("is never asked for by a house that is not the own one, and nobody else sees the page", async () => {
    const house = await signedInVisitor(origin(), "burgholz");
    const stranger = await portal.prisma().user.findUniqueOrThrow({ where: { email: "jva@demo.example" } });
    expect((await house.get("/recovery")).text).not.toContain(stranger.displayName);
    expect((await house.post("recovery.ask", { userId: stranger.id, _from: "/recovery" })).location).toMatch(/echo=/);
    expect(await portal.prisma().factorReset.count({ where: { userId: stranger.id } })).toBe(0);
    for (const account of ["team1", "datenschutz"]) expect((await (await signedInVisitor(origin(), account)).get("/recovery")).status).toBe(404);
  });
});

describe("an essential change", () => {
  test("wants a fresh proof after ten minutes, keeps what was typed, and then goes through", async () => {
    const admin = await signedIn(browser(), origin(), "admin");
    await portal.moveClock(11 * 60_000);
    const { id } = await portal.prisma().user.findUniqueOrThrow({ where: { email: "team2@demo.example" } });
    await admin.goto(`/admin/users/${id}`);
    await press(formOf(admin, "users.disable"));
    expect(new URL(admin.url()).pathname).toBe("/login/factor");
    expect((await portal.prisma().user.findUniqueOrThrow({ where: { id } })).disabledAt).toBeNull();
    await press(formOf(admin, "factor.demo"));
    expect(new URL(admin.url()).pathname).toBe(`/admin/users/${id}`);
    await says(admin, "noch einmal");
    await press(formOf(admin, "users.disable"));
    expect((await portal.prisma().user.findUniqueOrThrow({ where: { id } })).disabledAt).not.toBeNull();
  });

  test("is also to suspend a deletion, and to let it go on", async () => {
    const { id, reference } = await portal.prisma().visitRequest.findFirstOrThrow({ where: { state: { not: "DRAFT" }, cases: { some: {} } } });
    const holds = () => portal.prisma().deletionHold.findMany({ where: { requestId: id, reason: "COMPLAINT" } });
    const untilOn = addDays(civilDateOf(await portal.now()), 20);
    const admin = await signedIn(browser(), origin(), "admin");
    await portal.moveClock(22 * 60_000);
    await admin.goto(`/admin/retention/holds?reference=${reference}`);
    await fill(formOf(admin, "holds.set"), { reason: "COMPLAINT", untilOn });
    await press(formOf(admin, "holds.set"));
    expect(new URL(admin.url()).pathname).toBe("/login/factor");
    expect(await holds()).toEqual([]);
    await press(formOf(admin, "factor.demo"));
    await says(admin, "noch einmal");
    expect(await formOf(admin, "holds.set").locator('[name="reason"]').inputValue()).toBe("COMPLAINT");
    await press(formOf(admin, "holds.set"));
    const [hold] = await holds();
    expect(hold).toMatchObject({ endedAt: null });

    await portal.moveClock(33 * 60_000);
    await admin.goto("/admin/retention");
    await press(formOf(admin, "holds.lift", hold!.id));
    expect(new URL(admin.url()).pathname).toBe("/login/factor");
    expect(await holds()).toMatchObject([{ endedAt: null }]);
    await press(formOf(admin, "factor.demo"));
    await press(formOf(admin, "holds.lift", hold!.id));
    expect((await holds())[0]!.endedAt).not.toBeNull();
  });

  test("is also to take the log out as a file: the proof leads back to the selection, where the file then comes", async () => {
    const officer = await signedIn(browser(), origin(), "datenschutz");
    await portal.moveClock(44 * 60_000);
    const exports = (): Promise<number> => portal.prisma().auditEntry.count({ where: { action: "auditExported" } });
    const before = await exports();
    await officer.goto("/admin/audit?kind=signIn");
    await officer.getByRole("link", { name: "CSV-Datei" }).click();
    await officer.waitForURL((url) => url.pathname === "/login/factor");
    expect(await exports()).toBe(before);
    await press(formOf(officer, "factor.demo"));
    expect(new URL(officer.url()).pathname + new URL(officer.url()).search).toBe("/admin/audit?kind=signIn&notice=provenForFile");
    for (const [name, file] of [["CSV-Datei", "protokoll.csv"], ["JSONL-Datei", "protokoll.jsonl"]] as const) {
      const [download] = await Promise.all([officer.waitForEvent("download"), officer.getByRole("link", { name }).click()]);
      expect(download.suggestedFilename()).toBe(file);
    }
    expect(await exports()).toBe(before + 2);
  });
});
