import { readdirSync } from "node:fs";
import { join } from "node:path";
import { everyAction, FORMS, NOTHING, rowsFor } from "../../journeys/hostile-forms";
import { addressesOf, builtPages } from "../../journeys/pages";
import { accountsThatMay, homeOf, ownerOf } from "../../journeys/people";
import type { Fields } from "../../journeys/visitor";
import { ROOT } from "../packages";
import { figure } from "../size";
import type { Ground } from "./ground";
import { pastTheSignIn } from "./spellings";
import { onTheWire } from "./wire";

const SECRET = "only-for-tests-only-for-tests-only-for-tests";
/** Nothing of these belongs into an answer: keys, places on the machine, what the sources and the database say about themselves. */
const INSIDES = /only-for-tests|node_modules|\/lib\/[\w-]+\/[\w-]+\.ts|at async |at Object\.|PrismaClient|postgres(?:ql)?:\/\/|SELECT .* FROM|BEGIN [A-Z ]*PRIVATE KEY|DATABASE_URL|webpack:\/\//;

/** What an attacker reaches who is nobody, or somebody else: pages, forms, rows and files. */
export function attackTheReach(ground: Ground): void {
  test("A-01: no header and no spelling of an address leads a stranger past the sign-in", async () => {
    const { tries, leaks } = await pastTheSignIn(ground.prisma(), ground.as("burgholz"), ground.nobody);
    figure("ways past the sign-in that led to protected content", `${leaks.length} of ${tries}`);
    expect(leaks).toEqual([]);
  });

  test("A-04: neither sources nor secrets nor the inside of the machine come out", async () => {
    const chunks = readdirSync(join(ROOT, ".next/static"), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"));
    const paths = [
      "/.env", "/.env.production", "/.git/config", "/.git/HEAD", "/.npmrc", "/server.js", "/server.ts", "/package.json", "/package-lock.json", "/next.config.js", "/.next/BUILD_ID", "/.next/required-server-files.json", "/_next/server/app/page.js", "/_next/server-reference-manifest.json", "/_next/static/../server/app/page.js",
      "/_next/static/..%2f..%2fserver%2fapp%2fpage.js", "/..%2f..%2f.env", "/public/icon.svg", "/prisma/schema/accounts.prisma", "/lib/env.ts", "/.data/secret", "/logs/install.log", "/metrics", "/debug", "/admin.php", "/wp-login.php", "/actuator/env", "/api", "/api/auth", "/api/auth/providers", "/api/auth/session", "/boom", "/_next/development/x", "/__nextjs_original-stack-frame", "/_next/webpack-hmr",
      ...chunks.slice(0, 10).map((file) => `/_next/static/${file}.map`),
    ];
    const found: string[] = [];
    for (const path of paths) {
      for (const visitor of [ground.nobody(), ground.as("admin")]) {
        const { status, text } = await visitor.get(path);
        if ((status === 200 && !path.startsWith("/api/auth")) || status >= 500 || INSIDES.test(text)) found.push(`${path} ${status}`);
      }
    }
    for (const path of chunks) {
      const { text } = await ground.nobody().get(`/_next/static/${path}`);
      if (text.includes("sourceMappingURL") || text.includes(SECRET)) found.push(path);
    }
    figure("addresses at which sources or secrets come out", `${found.length} of ${paths.length + chunks.length}`);
    expect(found).toEqual([]);
  });

  test("A-06: no form does anything for somebody who is not signed in, and each attempt is in the log", async () => {
    const actions = everyAction().filter(({ permission }) => permission !== null);
    const before = await ground.linesWith("formWithoutSession");
    await ground.unchanged(async () => {
      for (const { name } of actions) {
        const { fields, row, rowField = "id" } = FORMS[name]!;
        const own = row ? (await rowsFor(ground.prisma(), row, await ownerOf(ground.prisma(), "burgholz"))).own : null;
        const answer = await ground.nobody().post(name, { ...fields, ...(own ? { [rowField]: own, version: "1" } : {}) });
        expect({ name, status: answer.status, location: answer.location }).toEqual({ name, status: 303, location: expect.stringMatching(/^\/login\?/) });
      }
    });
    expect(actions.length).toBeGreaterThan(40);
    // In the audit log they come as groups, a few minutes later.
    const onRecord = (await ground.prisma().refusalCount.count({ where: { reason: "signedOut" } })) + (await ground.prisma().auditEntry.count({ where: { action: "accessRefused" } }));
    expect(onRecord).toBeGreaterThan(0);
    await ground.logged("formWithoutSession", before, actions.length);
  });

  test("A-07: a foreign row and one that never was get the same answer, and neither is touched", async () => {
    const told: string[] = [];
    let pairs = 0;
    await ground.unchanged(async () => {
      for (const { name, permission } of everyAction().filter(({ permission }) => permission !== null)) {
        const { fields, row, rowField = "id", isVersioned } = FORMS[name]!;
        if (!row) continue;
        for (const account of accountsThatMay(permission!)) {
          const { foreign } = await rowsFor(ground.prisma(), row, await ownerOf(ground.prisma(), account));
          if (foreign === null) continue;
          pairs += 1;
          const visitor = ground.as(account);
          const send = async (id: string): Promise<string> => {
            const sent: Fields = { ...fields, [rowField]: id, ...(isVersioned ? { version: "1" } : {}), _from: homeOf(account) };
            const answer = await visitor.post(name, sent);
            return `${answer.status} ${answer.location.replace(/echo=[^#&]+/, "echo")} ${(await ground.sentences(visitor, answer)).join(" ")}`;
          };
          const [one, other] = [await send(foreign), await send(NOTHING)];
          if (one !== other || !one.startsWith("303 ")) told.push(`${name} as ${account}: ${one} / ${other}`);
        }
      }
    });
    figure("forms that tell a foreign row from none", `${told.length} of ${pairs}`);
    expect(pairs).toBeGreaterThan(15);
    expect(told).toEqual([]);
  });

  test("A-28: no name leads out of its folder, and a file says plainly what it is called", async () => {
    const evil = ["..", "../../etc/passwd", "..%2f..%2fetc%2fpasswd", "%2e%2e%2f", "..%5c..%5cwindows", "....//", "%00", "x%0d%0aSet-Cookie:a=b", "con", "file:///etc/passwd", "a".repeat(500)];
    for (const { route, permission } of builtPages("route").filter(({ route, permission }) => route.includes("[") && permission !== null)) {
      const account = accountsThatMay(permission!)[0]!;
      for (const name of evil) {
        const { status, text, cookies } = await ground.as(account).get(route.replace(/\[[\w.]+\]/, name));
        expect({ route, name, fits: status === 404 || status === 400, leaks: /root:|\[boot/.test(text), cookies: cookies.filter((line) => line.startsWith("a=")) }).toEqual({ route, name, fits: true, leaks: false, cookies: [] });
      }
    }
    const owner = await ownerOf(ground.prisma(), "burgholz");
    const request = (await addressesOf("/facility/requests/[id]/copy", ground.prisma(), owner))[0]!;
    const visit = (await addressesOf("/facility/visits/[id]", ground.prisma(), owner))[0]!;
    for (const path of [`${request}/download`, `${visit}/calendar`]) {
      const answer = await fetch(`${ground.origin()}${path}`, { headers: { cookie: `portal-session=${ground.as("burgholz").cookie("portal-session")}` } });
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="[\w.-]+"$/);
      expect(answer.headers.get("cache-control")).toBe("private, no-store");
    }
    for (const path of ["/../../etc/passwd", "/static/../../etc/passwd", "/_next/static/../../../etc/passwd"]) expect((await onTheWire(ground.port(), `GET ${path} HTTP/1.1\r\nHost: localhost:${ground.port()}\r\nConnection: close\r\n\r\n`)).status).toBe(400);
  });
}
