import { signedIn, useBrowser } from "./browser";
import { formOf, press } from "./forms";
import { mailsAt, mailThat, type Mail } from "./mails";
import { usePortal } from "./portal";
import { aVisitor, isSignedIn, signedInVisitor, summaryOf, type Visitor } from "./visitor";

const portal = usePortal();
const browser = useBrowser();
const origin = (): string => portal.origins()[0]!;
const sentTo = (address: string) => (mail: Mail) => JSON.stringify(mail.to).includes(address);
const CODE = /\b\d{6}\b/;

/** Asks for a code and answers it as the mail gives it. */
async function codeFor(visitor: Visitor, address: string): Promise<{ code: string; link: string }> {
  const before = new Set((await mailsAt(portal.mailbox())).map(({ id }) => id));
  const answer = await visitor.post("login.code", { email: address, next: "" });
  expect(answer).toMatchObject({ status: 303, location: "/login/code" });
  const { text } = await mailThat(portal.mailbox(), (mail) => sentTo(address)(mail) && !before.has(mail.id) && CODE.test(mail.text));
  const link = /https?:\/\/\S+\/login\/code\?code=\d{6}/.exec(text)![0];
  return { code: /code=(\d{6})/.exec(link)![1]!, link: link.replace(/^https?:\/\/[^/]+/, "") };
}

describe("signing in with a mailed code", () => {
  test("the link in the mail only fills the code in; the press uses it up, once", async () => {
    const visitor = aVisitor(origin());
    const { code, link } = await codeFor(visitor, "linde@demo.example");
    for (let time = 0; time < 3; time += 1) {
      // Some mail programs look at a link before the person does, with HEAD or with GET.
      expect((await visitor.send("HEAD", link)).status).toBe(200);
      const page = await visitor.get(link);
      expect(page.status).toBe(200);
      expect(page.text).toContain(`value="${code}"`);
      expect(await isSignedIn(visitor)).toBe(false);
    }
    const late = visitor.twin();
    expect(await visitor.post("login.redeem", { code: `${code.slice(0, 3)} ${code.slice(3)}`, next: "" })).toMatchObject({ status: 303, location: "/home" });
    expect(await isSignedIn(visitor)).toBe(true);
    await late.post("login.redeem", { code, next: "" });
    expect(await isSignedIn(late)).toBe(false);
  });

  test("a code is worth nothing after ten minutes, and a second address in the form changes nothing", async () => {
    const visitor = aVisitor(origin());
    const { code } = await codeFor(visitor, "datenschutz@demo.example");
    expect((await visitor.post("login.redeem", { code, next: "", email: "admin@demo.example" })).location).toMatch(/echo=/);
    expect(await isSignedIn(visitor)).toBe(false);
    const user = { email: "datenschutz@demo.example" };
    const [row] = await portal.prisma().loginCode.findMany({ where: { user, usedAt: null }, orderBy: { createdAt: "desc" } });
    expect(row!.expiresAt.getTime() - row!.createdAt.getTime()).toBe(10 * 60_000);
    await portal.prisma().loginCode.update({ where: { id: row!.id }, data: { expiresAt: await portal.now() } });
    await visitor.post("login.redeem", { code, next: "" });
    expect(await isSignedIn(visitor)).toBe(false);
  });

  test("an unknown address gets the same answer and no mail", async () => {
    const [known, unknown] = [aVisitor(origin()), aVisitor(origin())];
    const answers = [await known.post("login.code", { email: "jva@demo.example", next: "" }), await unknown.post("login.code", { email: "nobody@nowhere.example", next: "" })];
    const shapes = answers.map(({ status, location, cookies }) => ({ status, location, cookies: cookies.map((line) => line.replace(/=[^;]+/, "=")) }));
    expect(shapes[1]).toEqual(shapes[0]);
    const pages = await Promise.all([known, unknown].map((visitor) => visitor.get("/login/code")));
    const seen = pages.map(({ text }) => /<main[\s\S]*<\/main>/.exec(text)![0].replace(/value="[0-9a-f-]{36}"/g, ""));
    expect(seen[1]).toBe(seen[0]);
    await mailThat(portal.mailbox(), (mail) => sentTo("jva@demo.example")(mail) && CODE.test(mail.text));
    expect(await portal.prisma().mailOrder.count({ where: { toAddress: "nobody@nowhere.example" } })).toBe(0);
    expect((await mailsAt(portal.mailbox())).filter(sentTo("nobody@nowhere.example"))).toEqual([]);
    const tries = await Promise.all([known, unknown].map((visitor) => wrongTry(visitor)));
    expect(tries[1]).toEqual(tries[0]);
  });

  test("a code is worth nothing in another browser, and stays good in the first one", async () => {
    const [first, other, stranger] = [aVisitor(origin()), aVisitor(origin()), aVisitor(origin())];
    const { code } = await codeFor(first, "team2@demo.example");
    await other.post("login.code", { email: "nobody@nowhere.example", next: "" });
    for (const visitor of [other, stranger]) {
      const { status, location } = await visitor.post("login.redeem", { code, next: "" });
      expect(status).toBe(303);
      expect(location).toMatch(/echo=/);
      expect(await isSignedIn(visitor)).toBe(false);
    }
    await first.post("login.redeem", { code, next: "" });
    expect(await isSignedIn(first)).toBe(true);
  });

  test("five wrong tries end a code, also the right one", async () => {
    const visitor = aVisitor(origin());
    const { code } = await codeFor(visitor, "team1@demo.example");
    const wrong = code === "000000" ? "000001" : "000000";
    for (let time = 0; time < 5; time += 1) await wrongTry(visitor, wrong);
    expect(await wrongTry(visitor, code)).toEqual(await wrongTry(visitor, wrong));
    expect(await isSignedIn(visitor)).toBe(false);
  });

  test("a sixth code for one address within a quarter of an hour is refused, for an unknown one too", async () => {
    const visitor = aVisitor(origin());
    const answers: unknown[] = [];
    for (const email of ["burgholz@demo.example", "stranger@nowhere.example"]) {
      for (let time = 0; time < 5; time += 1) expect((await visitor.post("login.code", { email, next: "" })).location).toBe("/login/code");
      const sixth = await visitor.post("login.code", { email, next: "", _from: "/login" });
      answers.push({ status: sixth.status, text: sixth.text });
    }
    expect(answers[0]).toEqual({ status: 429, text: expect.stringMatching(/Bitte warten Sie 15 Minuten/) });
    expect(answers[1]).toEqual(answers[0]);
  });

  test("the way back after signing in stays on this portal", async () => {
    for (const next of ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"]) {
      const visitor = aVisitor(origin());
      expect(await visitor.post("login.demo", { email: "admin@demo.example", next })).toMatchObject({ status: 303, location: "/home" });
    }
  });

  test("the session's cookie is kept from scripts and from other sites", async () => {
    const { cookies } = await aVisitor(origin()).post("login.demo", { email: "admin@demo.example", next: "" });
    const session = cookies.filter((line) => /session/i.test(line) && !/max-age=0/i.test(line));
    expect(session.length).toBeGreaterThan(0);
    for (const line of session) expect(line).toMatch(/HttpOnly.*SameSite=Lax|SameSite=Lax.*HttpOnly/i);
  });
});

describe("the end of a session", () => {
  test("signing out ends it, and the cookie stays worthless", async () => {
    const visitor = await signedInVisitor(origin(), "burgholz");
    const thief = visitor.twin();
    expect(await isSignedIn(thief)).toBe(true);
    expect((await visitor.post("account.signOut", { _from: "/account" })).location).toMatch(/^\/login/);
    expect(await isSignedIn(thief)).toBe(false);
  });

  test("disabling the account ends it with the next request, for forms as well", async () => {
    const visitor = await signedInVisitor(origin(), "linde");
    expect(await isSignedIn(visitor)).toBe(true);
    const user = await portal.prisma().user.findUniqueOrThrow({ where: { email: "linde@demo.example" } });
    const admin = await signedIn(browser(), origin(), "admin");
    await admin.goto(`/admin/users/${user.id}`);
    await press(formOf(admin, "users.disable"));
    const residents = await portal.prisma().resident.count();
    const answer = await visitor.post("residents.add", { lastName: "Niemand", _from: "/facility/residents/new" });
    expect(answer.location).toMatch(/^\/login/);
    expect(await portal.prisma().resident.count()).toBe(residents);
    expect(await isSignedIn(visitor)).toBe(false);
    await expect(signedInVisitor(origin(), "linde")).rejects.toThrow(/not signed in/);
    const orders = await portal.prisma().mailOrder.count();
    expect((await aVisitor(origin()).post("login.code", { email: "linde@demo.example", next: "" })).location).not.toBe("");
    expect(await portal.prisma().mailOrder.count()).toBe(orders);
  });

  test("an ended role ends it with the next request", async () => {
    const visitor = await signedInVisitor(origin(), "team2");
    expect(await isSignedIn(visitor)).toBe(true);
    const user = await portal.prisma().user.findUniqueOrThrow({ where: { email: "team2@demo.example" } });
    const admin = await signedIn(browser(), origin(), "admin");
    await admin.goto(`/admin/users/${user.id}`);
    await press(formOf(admin, "users.endRole").first());
    expect(await isSignedIn(visitor)).toBe(false);
    await expect(signedInVisitor(origin(), "team2")).rejects.toThrow(/not signed in/);
  });
});

describe("the data protection officer", () => {
  test("reads the log and the periods, and changes nothing", async () => {
    const officer = await signedInVisitor(origin(), "datenschutz");
    for (const path of ["/admin", "/admin/audit", "/admin/retention", "/admin/users", "/admin/parameters", "/admin/keys"]) expect((await officer.get(path)).status).toBe(200);
    for (const path of ["/admin/users/new", "/office", "/facility/residents", "/field"]) expect((await officer.get(path)).status).toBe(404);
    const user = await portal.prisma().user.findUniqueOrThrow({ where: { email: "jva@demo.example" } });
    const fields = { id: user.id, version: String(user.version) };
    for (const action of ["users.disable", "users.enable", "users.endRole", "users.addRole", "users.invite"]) expect((await officer.post(action, fields)).status).toBe(404);
    expect((await portal.prisma().user.findUniqueOrThrow({ where: { id: user.id } })).disabledAt).toBeNull();
    const page = await officer.get(`/admin/users/${user.id}`);
    expect(page.text).not.toContain('action="/do/users.');
  });
});

/** What the page says after a code that does not fit. */
async function wrongTry(visitor: Visitor, code = "999999"): Promise<readonly string[]> {
  const { location } = await visitor.post("login.redeem", { code, next: "", _from: "/login/code" });
  const said = summaryOf((await visitor.get(location.split("#")[0]!)).text);
  expect(said).toHaveLength(1);
  return said;
}
