import { mailsAt, mailThat, type Mail } from "../../journeys/mails";
import { isSignedIn, signedInVisitor, type Visitor } from "../../journeys/visitor";
import { figure, sized } from "../size";
import type { Ground } from "./ground";
import { onTheWire } from "./wire";

const FORM = "application/x-www-form-urlencoded";
const LINK = /https?:\/\/[^\s"'<>]+/g;

/** Each answer takes a third of a second by intention: a thousand of them take longer than other tests may. */
const LIMIT_MS = 3_600_000;

/** What an attacker tries who wants in as somebody: with a bent link, a guessed code, a planted cookie, or by asking who is there. */
export function attackTheEntry(ground: Ground): void {
  const sentTo = (address: string) => (mail: Mail) => JSON.stringify(mail.to).includes(address);
  const asked = async (visitor: Visitor, email: string, headers: Readonly<Record<string, string>> = {}): Promise<{ code: string; mail: Mail }> => {
    // Mails that are still on their way to the same person would be taken for the answer.
    for (const until = performance.now() + 60_000; performance.now() < until && (await ground.prisma().mailOrder.count({ where: { toAddress: email, sentAt: null } })) > 0; ) await new Promise((resolve) => setTimeout(resolve, 200));
    const before = new Set((await mailsAt(ground.mailbox())).map(({ id }) => id));
    expect((await visitor.post("login.code", { email, next: "" }, headers)).location).toMatch(/^\/login\/code/);
    const mail = await mailThat(ground.mailbox(), (one) => sentTo(email)(one) && !before.has(one.id) && /code=\d{6}/.test(one.text));
    return { code: /code=(\d{6})/.exec(mail.text)![1]!, mail };
  };
  /** As if the wait that a limit asks for were over. */
  const forgetCodes = async (): Promise<void> => {
    await ground.prisma().loginCode.deleteMany();
    await ground.prisma().rateCount.deleteMany();
  };

  test("A-11: the link in a mail leads to the portal's own address, whatever name a client calls it by", async () => {
    await forgetCodes();
    const evil: readonly Readonly<Record<string, string>>[] = [{ "X-Forwarded-Host": "evil.example" }, { Forwarded: "host=evil.example;proto=https" }, { "X-Forwarded-Proto": "gopher", "X-Forwarded-Host": "evil.example:81", "X-Original-Host": "evil.example" }, { "X-Host": "evil.example", "X-Forwarded-Server": "evil.example" }];
    for (const [index, headers] of evil.entries()) {
      const { mail } = await asked(ground.nobody(), (["burgholz@demo.example", "linde@demo.example", "jva@demo.example", "leitung@demo.example"] as const)[index]!, headers);
      const links = `${mail.text}\n${mail.html}`.match(LINK)!.filter((link) => !link.startsWith("http://www.w3.org"));
      expect(links.length).toBeGreaterThan(0);
      expect(links.filter((link) => !link.startsWith(`${ground.origin()}/`))).toEqual([]);
    }
    const orders = await ground.prisma().mailOrder.count();
    const body = "email=leitung%40demo.example&next=";
    const rest = `Origin: ${ground.origin()}\r\nContent-Type: ${FORM}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`;
    for (const hosts of ["Host: evil.example", `Host: localhost:${ground.port()}\r\nHost: evil.example`, `Host: evil.example\r\nHost: localhost:${ground.port()}`, `Host: localhost:${ground.port()}@evil.example`, `Host: evil.example#localhost:${ground.port()}`, "Host: "]) {
      expect({ hosts, status: (await onTheWire(ground.port(), `POST /do/login.code HTTP/1.1\r\n${hosts}\r\n${rest}`)).status }).toEqual({ hosts, status: 400 });
    }
    expect(await ground.prisma().mailOrder.count()).toBe(orders);
    for (const mail of await mailsAt(ground.mailbox())) expect(`${mail.text}${mail.html}`).not.toContain("evil.example");
  });

  test("A-12: a mailed link is used up by one press of the one who asked, and by nothing else", async () => {
    await forgetCodes();
    const [human, scanner, thief] = [ground.nobody(), ground.nobody(), ground.nobody()];
    const { code } = await asked(human, "linde@demo.example");
    for (let time = 0; time < 3; time += 1) expect((await scanner.get(`/login/code?code=${code}`)).status).toBeLessThan(400);
    expect((await scanner.send("HEAD", `/login/code?code=${code}`)).status).toBeLessThan(400);
    expect((await scanner.get("/do/login.redeem")).status).toBe(405);
    await thief.post("login.redeem", { code, next: "" });
    const other = ground.nobody();
    await asked(other, "burgholz@demo.example");
    await other.post("login.redeem", { code, next: "" });
    await other.post("login.redeem", { code, next: "", email: "leitung@demo.example" });
    for (const visitor of [scanner, thief, other]) expect(await isSignedIn(visitor)).toBe(false);
    const late = human.twin();
    await human.post("login.redeem", { code, next: "" });
    expect(await isSignedIn(human)).toBe(true);
    await late.post("login.redeem", { code, next: "" });
    expect(await isSignedIn(late)).toBe(false);
    const slow = ground.nobody();
    const { code: old } = await asked(slow, "linde@demo.example");
    const rows = await ground.prisma().loginCode.findMany({ where: { usedAt: null } });
    for (const { id, createdAt } of rows) await ground.prisma().loginCode.update({ where: { id }, data: { createdAt: new Date(createdAt.getTime() - 11 * 60_000), expiresAt: new Date(createdAt.getTime() - 60_000) } });
    await slow.post("login.redeem", { code: old, next: "" });
    expect(await isSignedIn(slow)).toBe(false);
  });

  test("A-19: guessing ends after a few tries, from however many addresses it pretends to come, and locks nobody out for good", async () => {
    await forgetCodes();
    const guesser = ground.nobody();
    const { code } = await asked(guesser, "linde@demo.example");
    const tries = sized({ sample: 20, full: 300 });
    for (let time = 0; time < tries; time += 1) {
      const guess = String((Number(code) + 1 + time) % 1_000_000).padStart(6, "0");
      const answer = await guesser.post("login.redeem", { code: guess, next: "", _from: "/login/code" }, { "X-Forwarded-For": `10.${time % 250}.${Math.floor(time / 250)}.7`, "X-Real-IP": `10.9.${time % 250}.1` });
      expect([303, 429]).toContain(answer.status);
    }
    await guesser.post("login.redeem", { code, next: "" });
    expect(await isSignedIn(guesser)).toBe(false);
    let isRefused = false;
    for (let time = 0; time < 12; time += 1) {
      const answer = await ground.nobody().post("login.code", { email: "linde@demo.example", next: "", _from: "/login" }, { "X-Forwarded-For": `10.8.${time}.1` });
      isRefused ||= answer.status === 429 || /echo(?:=|%3D)/.test(answer.location);
    }
    expect(isRefused).toBe(true);
    // The wait is over by itself; here the clock is turned for it.
    await forgetCodes();
    const right = ground.nobody();
    const { code: fresh } = await asked(right, "linde@demo.example");
    await right.post("login.redeem", { code: fresh, next: "" });
    expect(await isSignedIn(right)).toBe(true);
    figure("codes that were guessed", `0 of ${tries}`);
  });

  test("A-20: a known and an unknown address get the same answer in the same time", async () => {
    const samples = sized({ sample: 10, full: 500 });
    const shapes = new Map<string, Set<string>>();
    const times: Record<"known" | "unknown", number[]> = { known: [], unknown: [] };
    for (let time = 0; time < samples * 2; time += 1) {
      if (time % 4 === 0) await forgetCodes();
      const kind = time % 2 === 0 ? "known" : "unknown";
      const email = kind === "known" ? "admin@demo.example" : "adnim@demo.example";
      const begin = performance.now();
      const { status, location, cookies, text } = await ground.nobody().post("login.code", { email, next: "" });
      times[kind].push(performance.now() - begin);
      shapes.set(kind, (shapes.get(kind) ?? new Set()).add(JSON.stringify([status, location, text, cookies.map((line) => line.replace(/=[^;]*/, (value) => `=${value.length}`))])));
    }
    await forgetCodes();
    expect([...shapes.get("unknown")!]).toEqual([...shapes.get("known")!]);
    expect(shapes.get("known")!.size).toBe(1);
    const difference = Math.abs(medianOf(times.known) - medianOf(times.unknown));
    figure("known and unknown address, difference of the medians in ms", difference.toFixed(2));
    figure("the same, p of Mann and Whitney", probabilityOfDifference(times.known, times.unknown).toFixed(3));
    // Ten samples on a busy machine say little; five hundred must agree to five milliseconds.
    expect(difference).toBeLessThan(sized({ sample: 150, full: 5 }));
  }, LIMIT_MS);

  test("A-21: a cookie that was there before is no session, and one that was given back is none any more", async () => {
    const planted = "planted-by-somebody-else";
    const victim = ground.nobody();
    const entered = await victim.send("POST", "/do/login.demo", { Origin: ground.origin(), "Content-Type": FORM, Cookie: `portal-session=${planted}; __Host-portal-session=${planted}` }, "email=burgholz%40demo.example&next=");
    expect(entered.status).toBe(303);
    expect(victim.cookie("portal-session")).not.toBe(planted);
    expect((await ground.nobody().send("GET", "/account", { Cookie: `portal-session=${planted}` })).location).toMatch(/^\/login/);
    const first = victim.cookie("portal-session");
    await victim.post("login.demo", { email: "burgholz@demo.example", next: "" });
    expect(victim.cookie("portal-session")).not.toBe(first);
    const thief = victim.twin();
    await victim.post("account.signOut", { _from: "/account" });
    expect(await isSignedIn(thief)).toBe(false);
  });

  test("A-21: a disabled person and an ended role are nobody from the next request on", async () => {
    const user = await ground.prisma().user.findUniqueOrThrow({ where: { email: "team2@demo.example" }, include: { memberships: true } });
    const visitor = await signedInVisitor(ground.origin(), "team2");
    expect(await isSignedIn(visitor)).toBe(true);
    await ground.prisma().user.update({ where: { id: user.id }, data: { disabledAt: new Date() } });
    expect(await isSignedIn(visitor)).toBe(false);
    await ground.prisma().user.update({ where: { id: user.id }, data: { disabledAt: null } });
    const again = await signedInVisitor(ground.origin(), "team2");
    await ground.prisma().membership.updateMany({ where: { userId: user.id }, data: { endedAt: new Date() } });
    expect(await isSignedIn(again)).toBe(false);
    await ground.prisma().membership.updateMany({ where: { userId: user.id }, data: { endedAt: null } });
  });
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)]!;
}

/** The test of Mann and Whitney with the normal approximation: how likely two such samples come from one source. */
function probabilityOfDifference(one: readonly number[], other: readonly number[]): number {
  const all = [...one.map((value) => ({ value, isFirst: true })), ...other.map((value) => ({ value, isFirst: false }))].sort((a, b) => a.value - b.value);
  const rankSum = all.reduce((sum, { isFirst }, index) => (isFirst ? sum + index + 1 : sum), 0);
  const [n, m] = [one.length, other.length];
  const u = rankSum - (n * (n + 1)) / 2;
  const z = Math.abs(u - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12);
  // Abramowitz and Stegun 26.2.17 for the tail of the normal distribution.
  const t = 1 / (1 + 0.2316419 * z);
  const tail = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) * t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return Math.min(1, 2 * tail);
}
