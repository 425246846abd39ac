import { randomUUID } from "node:crypto";
import { openEcho } from "@/lib/forms/echo";
import { plain } from "@/lib/messages/plain";
import { changedTables, contentOf, everyAction, FORMS, NOTHING, PERSON, rowsFor, type KnownForm } from "./hostile-forms";
import { addressesOf, builtPages } from "./pages";
import { accountsThatMay, accountsThatMayNot, homeOf, ownerOf, PEOPLE, type Account } from "./people";
import { usePortal } from "./portal";
import { aVisitor, encoded, signedInVisitor, summaryOf, withoutChance, type Answered, type Fields, type Visitor } from "./visitor";

const portal = usePortal();
const origin = (): string => portal.origins()[0]!;
const visitors = new Map<Account, Visitor>();
const SENTENCES: readonly string[] = Object.values(plain);
const FORM_TYPE = "application/x-www-form-urlencoded";
const MEGABYTE = 1_048_576;
/** Forms of one button: empty is all that they ever hold. */
const EMPTY_IS_COMPLETE = ["account.signOut", "account.stay", "account.endOthers", "factors.beginTotp"];

/** Essential changes want a proof of the last ten minutes, and this file takes longer. */
const FRESH_MS = 8 * 60_000;
let signedInAt = 0;

async function signIn(): Promise<void> {
  signedInAt = performance.now();
  for (const { account } of PEOPLE) visitors.set(account, await signedInVisitor(origin(), account));
}

beforeAll(async () => {
  await signIn();
  await calm();
}, 300_000);

beforeEach(async () => {
  if (performance.now() - signedInAt > FRESH_MS) await signIn();
});

describe("every form, sent by those who may, who may not and by nobody", () => {
  test("each action has its form described", () => {
    expect(everyAction().map(({ name }) => name).sort()).toEqual(Object.keys(FORMS).sort());
  });

  test.each(everyAction())("$name", async ({ name, permission }) => {
    const senders: { who: "may" | "may not" | "nobody"; account: Account | null }[] = [{ who: permission === null ? "may" : "nobody", account: null }];
    if (permission !== null) {
      senders.push({ who: "may", account: accountsThatMay(permission)[0]! });
      const stranger = accountsThatMayNot(permission)[0];
      if (stranger) senders.push({ who: "may not", account: stranger });
    }
    const faults: string[] = [];
    let content = await contentOf(portal.prisma());
    const changed = async (): Promise<string> => {
      const before = content;
      content = await contentOf(portal.prisma());
      const tables = changedTables(before, content);
      return tables.length === 0 ? "" : `changes ${tables.join(", ")}`;
    };
    for (const { who, account } of senders) {
      const visitor = account === null ? aVisitor(origin()) : visitors.get(account)!;
      const check = async (attack: string, send: () => Promise<Answered>, expected: number): Promise<readonly string[]> => {
        const answer = await send();
        const said = await sentencesOf(visitor, answer);
        const wrong = [
          answer.status === expected ? "" : `status ${answer.status}`,
          said.length === 0 || said.some((sentence) => sentence.trim().length < 8) ? `says ${JSON.stringify(said)}` : "",
          answer.status !== 303 || (who === "nobody" ? /^\/login\?/ : /[?&]echo=/).test(answer.location) ? "" : `goes on to ${answer.location}`,
          expected === 303 ? await changed() : "",
        ].filter(Boolean);
        if (wrong.length > 0) faults.push(`${attack}, ${who}: ${wrong.join(", ")}`);
        return said;
      };
      const shaped = who === "may not" ? 404 : 303;
      const from = { _from: account === null ? "/login" : homeOf(account) };
      const attacks = Object.entries(await wellFormed(name, account ?? "burgholz"));
      // A row that a form needs may have been made for it.
      content = await contentOf(portal.prisma());
      for (const [attack, fields] of attacks) await check(attack, () => visitor.post(name, { ...from, ...fields }), shaped);
      for (const { attack, type = FORM_TYPE, body, status } of malformed()) {
        await check(attack, () => visitor.send("POST", `/do/${name}`, { Origin: origin(), "Content-Type": type }, body), status);
      }
      const left = await changed();
      if (left) faults.push(`malformed bodies, ${who}: ${left}`);
      if (who === "may") faults.push(...(await asIfAbsent(name, FORMS[name]!, account, async (fields) => check("foreign or absent row", () => visitor.post(name, { ...from, ...fields }), 303))));
    }
    expect(faults).toEqual([]);
  });
});

describe("requests that are no form of this portal", () => {
  const targets = ["/", "/login", "/facility/residents", "/do/residents.add", "/api/health/live"];

  test("other methods are refused", async () => {
    for (const method of ["PUT", "DELETE", "PATCH", "TRACE", "OPTIONS"]) {
      for (const path of targets) expect({ method, path, status: (await visitors.get("burgholz")!.send(method, path, { Origin: origin() })).status }).toEqual({ method, path, status: 405 });
    }
  });

  test("a form from another site, from nowhere or from an opaque origin is refused and changes nothing", async () => {
    const before = await contentOf(portal.prisma());
    const body = encoded({ ...PERSON, _key: randomUUID() });
    const origins: readonly Record<string, string>[] = [{}, { Origin: "null" }, { Origin: "https://evil.example" }, { Origin: `${origin()}.evil.example` }, { Origin: origin(), "Sec-Fetch-Site": "cross-site" }, { Origin: origin(), "Sec-Fetch-Site": "same-site" }];
    for (const headers of origins) {
      const answer = await visitors.get("burgholz")!.send("POST", "/do/residents.add", { "Content-Type": FORM_TYPE, ...headers }, body);
      expect({ headers, status: answer.status }).toEqual({ headers, status: 403 });
      expect(answer.text).toContain(plain.foreignOrigin);
    }
    expect(await contentOf(portal.prisma())).toBe(before);
  });

  test("the framework's own way of calling actions is shut", async () => {
    for (const path of ["/", "/login", "/facility/residents/new"]) {
      expect((await visitors.get("burgholz")!.send("POST", path, { Origin: origin(), "Content-Type": FORM_TYPE, "Next-Action": "00".repeat(21) }, "a=1")).status).toBe(400);
      expect((await visitors.get("burgholz")!.send("GET", path, { "Next-Action": "00".repeat(21) })).status).toBe(400);
    }
  });

  test.each(["//evil.example", "//evil.example/login", "/%00", "/facility/%00", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd", "/../../etc/passwd", "/facility/residents/%0d%0aSet-Cookie:a=b", "/\\evil.example", "/%ff", "/%25%32%65", "/%ed%a0%80", `/${"a".repeat(5_000)}`, "http://evil.example/", "/facility//residents", "/do/constructor", "/do/__proto__"])("%s leads nowhere", async (path) => {
    for (const visitor of [visitors.get("burgholz")!, aVisitor(origin())]) {
      const answer = await visitor.send("GET", path);
      const isOwnLogin = /^(http:\/\/localhost:\d+)?\/(login|facility)/.test(answer.location);
      expect(answer.status >= 400 && answer.status < 500 ? "refused" : `${answer.status} ${answer.location}`).toBe(answer.status < 400 && isOwnLogin ? `${answer.status} ${answer.location}` : "refused");
      expect(answer.cookies.filter((line) => line.startsWith("a="))).toEqual([]);
    }
  });

  test("nothing that a client says about itself is believed", async () => {
    const nobody = aVisitor(origin());
    const claims: readonly Readonly<Record<string, string>>[] = [{ "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" }, { "x-portal-path": "/facility" }, { "x-forwarded-host": "evil.example" }, { RSC: "1" }];
    for (const headers of claims) {
      const answer = await nobody.send("GET", "/facility/residents", headers);
      expect(answer.status).toBe(307);
      expect(answer.location).toMatch(/^\/login\?next=%2Ffacility%2Fresidents$/);
      expect(answer.text).not.toContain("evil.example");
    }
  });
});

describe("pages about one row", () => {
  const withRow = [...builtPages(), ...builtPages("route")].filter(({ route, permission }) => route.includes("[") && permission !== null);

  test.each(withRow)("$route with an id that is none", async ({ route, permission }) => {
    for (const account of accountsThatMay(permission!)) {
      for (const [id, statuses] of [["abc", [404]], ["%00", [400, 404]], [NOTHING, [404]], [NOTHING.toUpperCase(), [404]], ["'%3B--", [404]], ["a".repeat(300), [404]]] as const) {
        const { status } = await visitors.get(account)!.get(route.replace(/\[\w+\]/, id));
        expect({ account, id, fits: (statuses as readonly number[]).includes(status), status }).toMatchObject({ fits: true });
      }
    }
  });

  test("another house's rows look as if they did not exist", async () => {
    const owner = await ownerOf(portal.prisma(), "jva");
    for (const { route } of builtPages().filter((one) => one.route.startsWith("/facility/") && one.route.includes("["))) {
      for (const address of await addressesOf(route, portal.prisma(), owner)) {
        const [foreign, absent] = [await visitors.get("burgholz")!.get(address), await visitors.get("burgholz")!.get(route.replace(/\[\w+\]/, NOTHING))];
        expect({ address, status: foreign.status }).toEqual({ address, status: 404 });
        expect(shownBy(foreign)).toBe(shownBy(absent));
      }
    }
    const { staffId } = await ownerOf(portal.prisma(), "team1");
    const tour = await portal.prisma().tour.findFirstOrThrow({ where: { members: { none: { staffId: staffId! } } } });
    for (const path of [`/field/tours/${tour.id}`, `/field/tours/${tour.id}/print`]) expect((await visitors.get("team1")!.get(path)).status).toBe(404);
  });
});

describe("a form that is refused, and one that is pressed often", () => {
  test("comes back with what was typed and with the error beside its field, to this browser only", async () => {
    const visitor = visitors.get("burgholz")!;
    const typed = 'Größe "><script>alert(1)</script>';
    const { location } = await visitor.post("residents.add", { ...PERSON, _from: "/facility/residents/new", lastName: typed, "bornOn.day": "31", "bornOn.month": "2" });
    const address = location.split("#")[0]!;
    const { text, status } = await visitor.get(address);
    expect(status).toBe(200);
    expect(text).not.toContain("<script>alert(1)");
    expect(tagOf(text, "lastName")).toContain('value="Größe &quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
    expect(["day", "month", "year"].map((part) => /value="(\d+)"/.exec(tagOf(text, `bornOn.${part}`))?.[1])).toEqual(["31", "2", "1940"]);
    expect(tagOf(text, "bornOn.day")).toMatch(/aria-invalid="true"/);
    expect(tagOf(text, "lastName")).not.toMatch(/aria-invalid/);
    expect(text).toContain('id="field-bornOn-error"');
    expect(summaryOf(text)).toHaveLength(1);
    for (const other of [await signedInVisitor(origin(), "burgholz"), visitors.get("jva")!]) expect((await other.get(address)).text).not.toContain("Größe");
  });

  test("twenty presses of one form at once leave one row and all get the same answer", async () => {
    const form = { ...PERSON, lastName: "Einmalig", _key: randomUUID(), _from: "/facility/residents/new" };
    const answers = await Promise.all(Array.from({ length: 20 }, () => visitors.get("burgholz")!.twin().post("residents.add", form)));
    expect([...new Set(answers.map(({ status, location }) => `${status} ${location}`))]).toHaveLength(1);
    expect(answers[0]!.location).toMatch(/^\/facility\/residents\/[0-9a-f-]{36}\?/);
    expect(await portal.prisma().resident.count({ where: { lastName: "Einmalig" } })).toBe(1);
  });
});

/** Forms that arrive whole and hold nonsense. */
async function wellFormed(name: string, account: Account): Promise<Record<string, Fields>> {
  const { fields, row, rowField = "id", isVersioned } = FORMS[name]!;
  const attacks: Record<string, Fields> = { "unknown field": { ...fields, surprise: "1" } };
  if (!EMPTY_IS_COMPLETE.includes(name)) attacks.empty = {};
  if (row) {
    for (const id of ["abc", "' OR 1=1 --", `${NOTHING}0`, "0"]) attacks[`id ${id}`] = { ...fields, [rowField]: id, ...(isVersioned ? { version: "1" } : {}) };
    attacks["two ids"] = { ...fields, [rowField]: [NOTHING, "abc"], ...(isVersioned ? { version: "1" } : {}) };
  }
  const own = row ? (await rowsFor(portal.prisma(), row, await ownerOf(portal.prisma(), account))).own : null;
  if (isVersioned) for (const version of ["999999", "-1", "1e3", "99999999999999999999", ""]) attacks[`version ${version}`] = { ...fields, ...(own ? { [rowField]: own } : {}), version };
  return attacks;
}

/** Bodies that no browser sends; the front door turns them away before anybody is asked who they are. */
function malformed(): readonly { attack: string; type?: string; body: string | Buffer; status: number }[] {
  const part = 'Content-Disposition: form-data; name="id"\r\n\r\nabc';
  return [
    { attack: "NUL byte", body: "id=%00", status: 400 },
    { attack: "NUL byte in a name", body: "i%00d=1", status: 400 },
    { attack: "control character", body: "id=%01%1b", status: 400 },
    { attack: "lone surrogate", body: "id=%ED%A0%80", status: 400 },
    { attack: "broken UTF-8", body: "id=%C3", status: 400 },
    { attack: "too large", body: `id=${"a".repeat(MEGABYTE)}`, status: 413 },
    { attack: "multipart without its end", type: "multipart/form-data; boundary=x", body: `--x\r\n${part}`, status: 400 },
    { attack: "multipart without a boundary", type: "multipart/form-data", body: `--x\r\n${part}\r\n--x--\r\n`, status: 400 },
    { attack: "multipart with broken text", type: "multipart/form-data; boundary=x", body: Buffer.concat([Buffer.from(`--x\r\n${part}`), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from("\r\n--x--\r\n")]), status: 400 },
    { attack: "JSON", type: "application/json", body: '{"id":1}', status: 400 },
  ];
}

/** A foreign row and one that never was must get the same sentence. */
async function asIfAbsent(name: string, { fields, row, rowField = "id", isVersioned }: KnownForm, account: Account | null, send: (fields: Fields) => Promise<readonly string[]>): Promise<readonly string[]> {
  if (!row || account === null) return [];
  const { foreign } = await rowsFor(portal.prisma(), row, await ownerOf(portal.prisma(), account));
  const filled = (id: string): Fields => ({ ...fields, [rowField]: id, ...(isVersioned ? { version: "1" } : {}) });
  const absent = await send(filled(NOTHING));
  const refused = foreign === null ? absent : await send(filled(foreign));
  return refused.join() === absent.join() ? [] : [`${name} tells foreign rows apart: ${refused.join()} / ${absent.join()}`];
}

/** What the portal says: its plain sentence, or the errors that wait for the form. */
async function sentencesOf(visitor: Visitor, { status, location, text }: Answered): Promise<readonly string[]> {
  if (status !== 303) return SENTENCES.filter((sentence) => text.includes(sentence));
  const target = new URL(location, origin());
  if (target.pathname === "/login" && target.searchParams.get("notice") === "signInFirst") return [plain.noSuchForm];
  const row = await portal.prisma().formEcho.findUnique({ where: { id: target.searchParams.get("echo") ?? NOTHING } });
  const echo = row && openEcho(row.sealed, visitor.cookie("portal-echo") ?? "");
  return echo?.errors.map(({ message }) => message) ?? [];
}

const tagOf = (page: string, name: string): string => new RegExp(`<input[^>]*name="${name.replace(".", "\\.")}"[^>]*>`).exec(page)?.[0] ?? "";
/** The page without what differs from one request to the next. */
const shownBy = ({ text }: Answered): string => withoutChance(text);

/** Waits until the worker has nothing left to do, so that every later change is the test's. */
async function calm(): Promise<void> {
  for (let [before, same] = ["", 0]; same < 4; ) {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const after = await contentOf(portal.prisma());
    same = after === before ? same + 1 : 0;
    before = after;
  }
}
