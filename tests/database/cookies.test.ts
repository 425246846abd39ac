import { cookieLine } from "@/lib/auth/cookies";
import { nextAuthRoute, sessionCookies } from "@/lib/auth/next-auth";
import { beginSession, randomToken } from "@/lib/auth/sessions";
import { env } from "@/lib/env";
import { signedIn } from "../builders/store";
import { useDatabase } from "./database";

// next-auth reads the request's cookies by this; the requests of these tests bring none.
jest.mock("next/headers", () => ({ cookies: () => Promise.resolve({ getAll: () => [] }), headers: () => Promise.resolve(new Headers()) }));

const database = useDatabase();
const device = { browser: "FIREFOX", system: "LINUX" } as const;
const shape = (line: string): string => line.replace(/=[^;]+/, "=…").replace(/Expires=[^;]+/, "Expires=…");

describe.each(["http://localhost:3000", "https://portal.example"])("every cookie under %s", (origin) => {
  const isSecure = origin.startsWith("https");
  const [prefix, secure] = isSecure ? ["__Host-", "; Secure"] : ["", ""];
  let restore: () => void;

  beforeAll(() => {
    process.env.NEXTAUTH_URL = origin;
    const replaced = jest.replaceProperty(env() as { origin: string }, "origin", origin);
    restore = () => replaced.restore();
  });
  afterAll(() => restore());

  test("of the session", async () => {
    const lines = await sessionCookies(randomToken());
    expect(lines.map(shape)).toEqual([`${prefix}portal-session=…; Path=/; Expires=…; HttpOnly${secure}; SameSite=Lax`]);
  });

  test("of the portal's own", () => {
    expect(cookieLine("portal-echo", "a")).toBe(`${prefix}portal-echo=a; Path=/; HttpOnly; SameSite=Lax${secure}`);
    expect(cookieLine("portal-login", "a", 600)).toBe(`${prefix}portal-login=a; Path=/; HttpOnly; SameSite=Lax; Max-Age=600${secure}`);
  });

  test("of next-auth's own endpoints", async () => {
    const context = { params: Promise.resolve({ nextauth: ["csrf"] }) };
    const { NextRequest } = await import("next/server");
    const answer = await nextAuthRoute(new NextRequest(`${origin}/api/auth/csrf`), context);
    const lines = answer.headers.getSetCookie().map(shape).sort();
    expect(lines).toEqual([`${prefix}portal-callback=…; Path=/; HttpOnly${secure}; SameSite=Lax`, `${prefix}portal-csrf=…; Path=/; HttpOnly${secure}; SameSite=Lax`]);
  });
});

describe("the value of a session's cookie", () => {
  test("is 256 random bits, each time others, and only its hash is stored", async () => {
    const { person } = await signedIn(database.prisma(), "TEAM_LEAD");
    const seen = new Set<string>();
    for (let time = 0; time < 20; time += 1) {
      const begun = await beginSession(database.prisma(), person.userId, await database.now(), { way: "CODE", device });
      expect(Buffer.from(begun!.token, "base64url")).toHaveLength(32);
      seen.add(begun!.token);
      const row = await database.prisma().session.findUniqueOrThrow({ where: { id: begun!.sessionId } });
      expect(JSON.stringify(row)).not.toContain(begun!.token);
    }
    expect(seen.size).toBe(20);
  });
});
