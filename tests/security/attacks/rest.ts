import { sourceFiles } from "../../architecture/source";
import { PERSON } from "../../journeys/hostile-forms";
import { builtPages } from "../../journeys/pages";
import { accountsThatMay, PEOPLE } from "../../journeys/people";
import { isSignedIn } from "../../journeys/visitor";
import { figure, sized } from "../size";
import { inTurns, type Ground } from "./ground";

/** What an attacker tries across many: one code at every door, a name that is more than a name, and what an answer lets others read. */
export function attackTheRest(ground: Ground): void {
  test("A-19: one code tried at every account opens none, and everybody's own code still does", async () => {
    await ground.prisma().loginCode.deleteMany();
    await ground.prisma().rateCount.deleteMany();
    const strangers = Array.from({ length: sized({ sample: 12, full: 200 }) }, (_, index) => `niemand${index}@nowhere.example`);
    const addresses = [...PEOPLE.map(({ account }) => `${account}@demo.example`), ...strangers];
    const entered: string[] = [];
    await inTurns(addresses, 4, async (email, index) => {
      const visitor = ground.nobody();
      expect((await visitor.post("login.code", { email, next: "" })).location).toMatch(/^\/login\/code/);
      await visitor.post("login.redeem", { code: "000000", next: "", _from: "/login/code" }, { "X-Forwarded-For": `10.1.${index}.1` });
      if (await isSignedIn(visitor)) entered.push(email);
    });
    figure("accounts that one code opened", `${entered.length} of ${addresses.length}`);
    expect(entered).toEqual([]);
    for (const { account } of PEOPLE.slice(0, 2)) expect(await isSignedIn(ground.as(account))).toBe(true);
    await ground.prisma().loginCode.deleteMany();
    await ground.prisma().rateCount.deleteMany();
  });

  test("A-20: a wrong code gets the same answer for a known and an unknown address", async () => {
    const shapes: string[] = [];
    for (const email of ["admin@demo.example", "adnim@demo.example"]) {
      await ground.prisma().loginCode.deleteMany();
      await ground.prisma().rateCount.deleteMany();
      const visitor = ground.nobody();
      await visitor.post("login.code", { email, next: "" });
      const answer = await visitor.post("login.redeem", { code: "000000", next: "", _from: "/login/code" });
      const page = await visitor.get(answer.location.split("#")[0]!);
      const said = (await ground.sentences(visitor, answer)).join(" ");
      shapes.push(JSON.stringify([answer.status, answer.location.replace(/echo=[^&#]*/, "echo"), said, page.status, page.text.length]));
      expect(said).not.toBe("");
    }
    expect(shapes[0]).toBe(shapes[1]);
  });

  test("A-26: a name that looks like a line of the log makes none", async () => {
    const names = ['","level":60,"event":"evil"}', '{"event":"evil"}', "%0a{\"event\":\"evil\"}", "\\n{\\\"event\\\":\\\"evil\\\"}", "\u2028{\"event\":\"evil\"}"];
    const begin = ground.log().length;
    for (const lastName of names) {
      const { status } = await ground.as("burgholz").post("residents.add", { ...PERSON, lastName, "bornOn.year": "1780", _from: "/facility/residents/new" });
      expect([303, 400]).toContain(status);
    }
    await ground.linesWith("evil");
    const lines = ground.log().slice(begin);
    expect(lines.filter((line) => line.includes("evil"))).toEqual([]);
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ event: expect.any(String) });
  });

  test("no answer lets another site read it, and each names its type and its letters (3.4.2, 4.1.1)", async () => {
    const wrong: string[] = [];
    const look = async (path: string, cookie: string): Promise<void> => {
      const answer = await fetch(`${ground.origin()}${path}`, { redirect: "manual", headers: { Origin: "https://evil.example", ...(cookie ? { cookie: `portal-session=${cookie}` } : {}) } });
      const body = await answer.text();
      for (const name of answer.headers.keys()) if (name.startsWith("access-control-")) wrong.push(`${path} ${name}`);
      const type = answer.headers.get("content-type") ?? "";
      if (body !== "" && !/^(?:text\/[\w-]+|application\/json|application\/jsonl|image\/svg\+xml)(?:; ?charset=utf-8)$/i.test(type) && !/^(?:application\/json|image\/svg\+xml|text\/css; charset=UTF-8)$/i.test(type)) wrong.push(`${path} ${type}`);
    };
    for (const { route, permission } of builtPages()) if (!route.includes("[")) await look(route, permission === null ? "" : (ground.as(accountsThatMay(permission)[0]!).cookie("portal-session") ?? ""));
    for (const path of ["/nothing-here", "/api/health/live", "/api/health/ready", "/account/session-left", "/plain.css", "/icon.svg", "/robots.txt", "/.well-known/security.txt", "/api/auth/csrf"]) await look(path, "");
    expect(wrong).toEqual([]);
  });

  test("the portal keeps nothing in a browser's storage, and starts no other program (14.3.3, 1.2.5)", () => {
    const sources = [...sourceFiles("app"), ...sourceFiles("lib"), ...sourceFiles("emails")];
    expect(sources.length).toBeGreaterThan(200);
    expect(sources.filter(({ text }) => /\b(?:localStorage|sessionStorage|indexedDB|caches\.open|navigator\.storage)\b/.test(text)).map(({ path }) => path)).toEqual([]);
    expect(sources.filter(({ imports }) => imports.some((name) => /^(?:node:)?(?:child_process|cluster|vm|worker_threads)$/.test(name))).map(({ path }) => path)).toEqual([]);
  });
}
