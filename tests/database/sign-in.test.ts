import { env, readEnv } from "@/lib/env";
import { signInDemo } from "@/lib/auth/commands";
import { signedIn } from "../builders/store";
import { useDatabase } from "./database";
import { refusalOf, valueOf } from "./desk";

const database = useDatabase();
const device = { browser: "FIREFOX", system: "LINUX" } as const;

describe("the sign-in with one press", () => {
  test("exists in the demo only", async () => {
    const { person } = await signedIn(database.prisma(), "TEAM_LEAD");
    await database.prisma().user.update({ where: { id: person.userId }, data: { email: "someone@demo.example" } });
    expect(env().mode).toBe("demo");
    const sessions = async () => database.prisma().session.count({ where: { userId: person.userId } });
    const before = await sessions();
    expect(valueOf(await signInDemo({ email: "someone@demo.example", device })).token).toMatch(/^[\w-]{43}$/);
    expect(await sessions()).toBe(before + 1);

    const production = readEnv({ ...process.env, APP_MODE: "production", APP_ORIGIN: "https://portal.example", MAIL_FROM: "a@portal.example", OFFICE_EMAIL: "b@portal.example", OFFICE_PHONE: "1" });
    const mode = jest.replaceProperty(env() as { mode: string }, "mode", production.mode);
    expect(refusalOf(await signInDemo({ email: "someone@demo.example", device })).code).toBe("auth.demoOnly");
    mode.restore();
    expect(await sessions()).toBe(before + 1);
  });

  test("refuses addresses outside of the demo's domain, and unknown ones in the same words", async () => {
    const { person } = await signedIn(database.prisma(), "TEAM_LEAD");
    expect(person.email).not.toMatch(/@demo\.example$/);
    expect(refusalOf(await signInDemo({ email: person.email, device }))).toEqual(refusalOf(await signInDemo({ email: "absent@demo.example", device })));
  });

  test("production is never inferred", () => {
    expect(() => readEnv({})).toThrow(/APP_MODE/);
    expect(() => readEnv({ APP_MODE: "prod" })).toThrow(/APP_MODE/);
  });
});
