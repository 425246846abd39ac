import { createServer, type AddressInfo } from "node:net";
import { useBrowser } from "./browser";
import { startFalseProvider, startProvider, type CityProvider, type FalseProvider, type Lie, type Present } from "./city-provider";
import { usePortal } from "./portal";
import { aVisitor, isSignedIn, type Answered, type Visitor } from "./visitor";

let port = 0;
beforeAll(async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  port = (server.address() as AddressInfo).port;
  await new Promise((resolve) => server.close(resolve));
});

const portal = usePortal({
  settings: {
    // Known only once the tests run; the settings are read when the portal starts.
    get OIDC_ISSUER() {
      return `http://localhost:${port}`;
    },
    OIDC_CLIENT_ID: "portal",
    OIDC_CLIENT_SECRET: "a-secret-of-the-test",
    OIDC_LABEL: "Mit dem Stadtkonto anmelden",
    OIDC_ROLE_MAP: "bk-leitung=TEAM_LEAD, bk-team=CREW, bk-admin=ADMINISTRATOR, bk-dsb=DATA_PROTECTION_OFFICER",
    OIDC_MFA: "amr:otp, amr:hwk, acr:urn:city:two",
  },
});
const browser = useBrowser();
const origin = (): string => portal.origins()[0]!;
let city: CityProvider;
beforeAll(async () => {
  city = await startProvider(port, origin());
}, 60_000);
afterAll(async () => {
  await city.stop();
});

const lead = (more: Partial<Present> & { readonly claims?: Record<string, unknown> } = {}): Present => ({
  sub: "u-1",
  amr: ["pwd", "otp"],
  ...more,
  claims: { email: "p.lead@city.example", email_verified: true, name: "Petra Lead", roles: ["bk-leitung", "everybody"], ...more.claims },
});

const pathOf = (location: string): string => (location.startsWith("http") ? new URL(location).pathname + new URL(location).search : location);

/** The way to the city's sign-in; answers its address. */
async function begin(visitor: Visitor, next = ""): Promise<URL> {
  const { status, location } = await visitor.get(`/login/city${next ? `?next=${encodeURIComponent(next)}` : ""}`);
  expect(status).toBe(303);
  return new URL(location);
}

/** What the city's sign-in sends the browser back with. */
async function atTheCity(address: URL): Promise<string> {
  const jar = new Map<string, string>();
  for (let [url, steps] = [address.href, 0]; steps < 8; steps += 1) {
    if (url.startsWith(origin())) return pathOf(url);
    const response = await fetch(url, { redirect: "manual", headers: { cookie: [...jar].map((pair) => pair.join("=")).join("; ") } });
    for (const line of response.headers.getSetCookie()) jar.set(...(/^([^=]+)=([^;]*)/.exec(line)!.slice(1, 3) as [string, string]));
    url = new URL(response.headers.get("location") ?? "", url).href;
  }
  throw new Error("the city's sign-in led nowhere");
}

/** Signs in with the city's account and answers where the portal leads. */
async function enter(person: Present, { visitor = aVisitor(origin()), next = "" } = {}): Promise<Answered & { visitor: Visitor }> {
  await city.present(person);
  return { ...(await visitor.get(await atTheCity(await begin(visitor, next)))), visitor };
}

const userOf = (email: string) => portal.prisma().user.findUnique({ where: { email }, include: { memberships: true, sessions: { orderBy: { createdAt: "desc" } } } });
const rolesOf = async (email: string): Promise<readonly string[]> => (await userOf(email))?.memberships.filter(({ endedAt }) => endedAt === null).map(({ role }) => role).sort() ?? [];

describe("the city's own sign-in", () => {
  test("lets in whom the city gives a role, with the name and the role that it says, and leads where the person wanted", async () => {
    const page = await aVisitor(origin()).get("/login");
    expect(page.text).toMatch(/href="\/login\/city"[^>]*>[\s\S]{0,80}Mit dem Stadtkonto anmelden/);
    const { status, location, visitor } = await enter(lead(), { next: "/office/board" });
    expect({ status: Math.floor(status / 100), path: pathOf(location) }).toEqual({ status: 3, path: "/office/board" });
    expect(await isSignedIn(visitor)).toBe(true);
    expect((await visitor.get("/account")).text).toContain("Petra Lead");
    const user = (await userOf("p.lead@city.example"))!;
    expect(await rolesOf(user.email)).toEqual(["TEAM_LEAD"]);
    expect(user.providerKey).toMatch(/^[0-9a-f]{64}$/);
    expect(user.sessions[0]).toMatchObject({ way: "PROVIDER" });
    expect(await portal.prisma().auditEntry.count({ where: { action: "signedIn", subjectId: user.sessions[0]!.id } })).toBe(1);
  });

  test("asks with code, PKCE, state and nonce, each new", async () => {
    const [one, other] = [await begin(aVisitor(origin())), await begin(aVisitor(origin()))];
    const value = (url: URL, name: string): string => url.searchParams.get(name) ?? "";
    expect({ type: value(one, "response_type"), method: value(one, "code_challenge_method"), back: value(one, "redirect_uri") }).toEqual({ type: "code", method: "S256", back: `${origin()}/api/auth/callback/city` });
    for (const name of ["code_challenge", "state", "nonce"]) {
      expect(value(one, name).length).toBeGreaterThan(30);
      expect(value(one, name)).not.toBe(value(other, name));
    }
  });

  test("keeps what it checks by in cookies that no script reads", async () => {
    const { cookies } = await aVisitor(origin()).get("/login/city");
    const lines = cookies.map((line) => line.replace(/=[^;]+/, "=…").replace(/Expires=[^;]+/, "Expires=…")).sort();
    const timed = (name: string): string => `portal-oidc-${name}=…; Max-Age=900; Path=/; Expires=…; HttpOnly; SameSite=Lax`;
    expect(lines.filter((line) => line.startsWith("portal-oidc"))).toEqual([timed("nonce"), timed("pkce"), timed("state")]);
    expect(lines.every((line) => /HttpOnly; SameSite=Lax/.test(line))).toBe(true);
  });

  test("does not lead away from the portal afterwards", async () => {
    for (const next of ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"]) expect(pathOf((await enter(lead(), { next })).location)).toBe("/home");
  });

  test("refuses whom it gives no role of the portal, in a clear sentence, and opens no account", async () => {
    const { location, visitor } = await enter(lead({ sub: "u-2", claims: { email: "nobody@city.example", roles: ["everybody"] } }));
    expect(pathOf(location)).toBe("/login?city=provider.noRole");
    expect((await visitor.get(pathOf(location))).text).toContain("hat aber keine Rolle im Bürgerkoffer");
    expect(await isSignedIn(visitor)).toBe(false);
    expect(await userOf("nobody@city.example")).toBeNull();
  });

  test("never gives a facility's role, and never lets anybody into a facility's account", async () => {
    const { location } = await enter(lead({ sub: "u-3", claims: { email: "burgholz@demo.example" } }));
    expect(pathOf(location)).toBe("/login?city=provider.facility");
    expect(await rolesOf("burgholz@demo.example")).toEqual(["FACILITY_STAFF"]);
    await enter(lead({ sub: "u-4", claims: { email: "four@city.example", roles: ["FACILITY_STAFF", "PRISON_SOCIAL_SERVICE", "bk-dsb"] } }));
    expect(await rolesOf("four@city.example")).toEqual(["DATA_PROTECTION_OFFICER"]);
  });

  test("follows the city's roles at each sign-in: a role that is gone ends every session", async () => {
    const first = await enter(lead());
    expect(await isSignedIn(first.visitor)).toBe(true);
    const second = await enter(lead({ claims: { roles: ["bk-admin"] } }));
    expect([await isSignedIn(first.visitor), await isSignedIn(second.visitor)]).toEqual([false, true]);
    expect(await rolesOf("p.lead@city.example")).toEqual(["ADMINISTRATOR"]);
    const third = await enter(lead({ claims: { roles: [] } }));
    expect(pathOf(third.location)).toBe("/login?city=provider.noRole");
    expect(await isSignedIn(second.visitor)).toBe(false);
    expect(await rolesOf("p.lead@city.example")).toEqual([]);
    expect(await isSignedIn((await enter(lead())).visitor)).toBe(true);
  });

  test("counts as the second factor where the city's setting says so of what was used there, and only there", async () => {
    const entered = async (more: Partial<Present>) => {
      const { visitor } = await enter(lead({ sub: "u-7", claims: { email: "seven@city.example" }, ...more }));
      return { opens: await isSignedIn(visitor), factorWay: (await userOf("seven@city.example"))!.sessions[0]!.factorWay };
    };
    expect(await entered({ amr: ["pwd"] })).toEqual({ opens: false, factorWay: null });
    expect(await entered({ amr: ["pwd", "otp"] })).toEqual({ opens: true, factorWay: "PROVIDER" });
    expect(await entered({ amr: ["pwd"], acr: "urn:city:two" })).toEqual({ opens: true, factorWay: "PROVIDER" });
  });

  test("knows a person by the city's identifier: another one with the same address gets nothing", async () => {
    await enter(lead());
    expect(pathOf((await enter(lead({ sub: "u-1-again" }))).location)).toBe("/login?city=provider.otherPerson");
    expect(pathOf((await enter(lead({ sub: "u-5", claims: { email: "unproven@city.example", email_verified: false } }))).location)).toBe("/login?city=provider.noAddress");
  });

  test("does not open a closed account", async () => {
    await enter(lead({ sub: "u-6", claims: { email: "six@city.example" } }));
    await portal.prisma().user.update({ where: { email: "six@city.example" }, data: { disabledAt: await portal.now() } });
    expect(pathOf((await enter(lead({ sub: "u-6", claims: { email: "six@city.example" } }))).location)).toBe("/login?city=provider.disabled");
  });

  test("takes the place of the mailed code for the city's staff, and the same answer hides it; facilities keep the code", async () => {
    const orders = () => portal.prisma().mailOrder.count({ where: { kind: "sign-in-code" } });
    const before = await orders();
    const [staff, facility] = [await aVisitor(origin()).post("login.code", { email: "leitung@demo.example", next: "" }), await aVisitor(origin()).post("login.code", { email: "burgholz@demo.example", next: "" })];
    expect([staff.location, facility.location]).toEqual(["/login/code", "/login/code"]);
    expect(await orders()).toBe(before + 1);
  });

  test("ends here with the sign-out, which leads on to where it ends at the city", async () => {
    const { visitor } = await enter(lead());
    const { location } = await visitor.post("account.signOut", { _from: "/account" });
    expect(location).toBe("/login?city=signedOut&notice=signedOut");
    expect(await isSignedIn(visitor)).toBe(false);
    expect((await visitor.get(location)).text).toContain('href="/login/city/end"');
    const end = new URL((await visitor.get("/login/city/end")).location);
    expect({ place: end.origin + end.pathname, back: end.searchParams.get("post_logout_redirect_uri") }).toEqual({ place: `${city.issuer}/session/end`, back: `${origin()}/login` });
    expect((await fetch(end)).status).toBe(200);
  });

  test("is reached and left in a browser by links, which the pages' policy does not hinder, while it keeps every form on the portal", async () => {
    const page = await (await browser().newContext({ baseURL: origin() })).newPage();
    const violations: string[] = [];
    page.on("console", (message) => void (/form-action/.test(message.text()) && violations.push(message.text())));
    await city.present(lead());
    await page.goto("/login?next=%2Foffice%2Fboard");
    await page.getByRole("link", { name: "Mit dem Stadtkonto anmelden" }).click();
    await page.waitForURL((url) => url.origin === origin() && url.pathname === "/office/board");
    await page.locator('header form[action="/do/account.signOut"] button').first().click();
    await page.waitForURL((url) => url.searchParams.get("city") === "signedOut");
    const [asked] = await Promise.all([page.waitForRequest((request) => request.url().startsWith(`${city.issuer}/session/end`)), page.locator('a[href="/login/city/end"]').click()]);
    expect(new URL(asked.url()).searchParams.get("post_logout_redirect_uri")).toBe(`${origin()}/login`);
    expect(violations).toEqual([]);

    // Were the way in a form, the browser would end it at the first step away from the portal.
    await page.goto("/login");
    await page.evaluate(() => {
      const form = document.createElement("form");
      form.action = "/login/city";
      document.body.append(form);
      form.submit();
    });
    const until = performance.now() + 10_000;
    while (violations.length === 0 && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(violations.join()).toMatch(/form-action 'self'/);
    expect(new URL(page.url()).origin).toBe(origin());
    await page.context().close();
  });

  test("that does not answer leads back with a sentence", async () => {
    await city.stop();
    const visitor = aVisitor(origin());
    const { location } = await visitor.get("/login/city");
    expect(location).toBe("/login?city=failed");
    expect((await visitor.get(location)).text).toContain("Die Anmeldung mit dem Konto der Stadt hat nicht geklappt");
    city = await startProvider(port, origin());
  });
});

describe("an answer that the city's sign-in did not give to this browser", () => {
  test.each(["of another browser", "with another state", "twice"])("%s opens nothing", async (kind) => {
    await city.present(lead());
    const visitor = aVisitor(origin());
    const answer = await atTheCity(await begin(visitor));
    const other = kind === "twice" ? visitor : aVisitor(origin());
    if (kind === "twice") await visitor.get(answer);
    if (kind === "with another state") await begin(other);
    const sessions = await portal.prisma().session.count();
    // next-auth leads over its own error addresses to the page that shows what happened.
    let trouble = await other.get(answer);
    for (let step = 0; step < 4 && trouble.status >= 300 && trouble.status < 400; step += 1) trouble = await other.get(pathOf(trouble.location));
    expect(trouble.status).toBe(200);
    expect(trouble.text).toContain("Die Anmeldung mit dem Konto der Stadt hat nicht geklappt");
    expect(await portal.prisma().session.count()).toBe(sessions);
  });
});

describe("a token", () => {
  let liar: FalseProvider;
  beforeAll(async () => {
    await city.stop();
    liar = await startFalseProvider(port);
  });
  afterAll(async () => {
    await liar.stop();
    city = await startProvider(port, origin());
  }, 60_000);

  /** Comes back from the false provider with the right state; `nonce` is the one that the portal asked with. */
  async function comeBack(lie: (nonce: string) => Lie): Promise<boolean> {
    const visitor = aVisitor(origin());
    const address = await begin(visitor);
    liar.tell(lie(address.searchParams.get("nonce")!));
    const asked = liar.asked();
    await visitor.get(`/api/auth/callback/city?${new URLSearchParams({ code: "c", state: address.searchParams.get("state")! })}`);
    expect(liar.asked()).toBe(asked + 1);
    return isSignedIn(visitor);
  }

  const soon = (seconds: number): number => Math.floor(performance.timeOrigin / 1000 + performance.now() / 1000) + seconds;

  test("that is right opens a session, so that each fault below is the only one", async () => {
    expect(await comeBack((nonce) => ({ claims: { nonce } }))).toBe(true);
  });

  test.each<[string, (nonce: string) => Lie]>([
    ["of another issuer", (nonce) => ({ claims: { nonce, iss: "http://evil.example" } })],
    ["for another portal", (nonce) => ({ claims: { nonce, aud: "another" } })],
    ["with another nonce", () => ({ claims: { nonce: "another" } })],
    ["without a nonce", () => ({})],
    ["that is over", (nonce) => ({ claims: { nonce, exp: soon(-60) } })],
    ["from the future", (nonce) => ({ claims: { nonce, iat: soon(600), nbf: soon(600) } })],
    ["without a signature", (nonce) => ({ claims: { nonce }, isUnsigned: true })],
    ["signed by somebody else", (nonce) => ({ claims: { nonce }, hasForeignKey: true })],
  ])("%s opens nothing", async (_name, lie) => {
    expect(await comeBack(lie)).toBe(false);
  });
});
