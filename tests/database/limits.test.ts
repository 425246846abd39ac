import { redeemCode, requestCode } from "@/lib/auth/commands";
import { countAgainst } from "@/lib/auth/rates";
import { hashOf } from "@/lib/auth/sessions";
import { clearLeftovers } from "@/lib/jobs/clear-leftovers";
import { signedIn } from "../builders/store";
import { useDatabase } from "./database";
import { refusalOf, valueOf } from "./desk";

// The same answer time for all is for real visitors; these tests ask thousands of times.
jest.mock("@/lib/auth/even-time", () => ({ inEvenTime: <T>(work: () => Promise<T>) => work() }));

const database = useDatabase();
const device = { browser: "FIREFOX", system: "LINUX" } as const;
const from = (network: string, known: string | null = null) => ({ network, known });
const aNetwork = (number: number): string => `198.51.${number >> 8}.${number & 255}`;

async function anAddress(email: string): Promise<string> {
  await signedIn(database.prisma(), "TEAM_LEAD", { email });
  return email;
}

const CODE = "314159";

/** A code for the address in a browser, with the value that the test knows. */
async function aCode(email: string, visitor = from("203.0.113.1")): Promise<{ browserToken: string; code: string }> {
  const { browserToken } = valueOf(await requestCode({ email, visitor }));
  await database.prisma().loginCode.update({ where: { browserHash: hashOf(browserToken) }, data: { codeHash: hashOf(`${browserToken}:${CODE}`) } });
  return { browserToken, code: CODE };
}

/** Lets all counted times lie back. */
async function pass(minutes: number): Promise<void> {
  await database.prisma().$executeRaw`UPDATE "RateCount" SET "windowEndsAt" = "windowEndsAt" - ${minutes} * interval '1 minute', "blockedUntil" = "blockedUntil" - ${minutes} * interval '1 minute'`;
}

const isSlowed = (outcome: Awaited<ReturnType<typeof redeemCode>> | Awaited<ReturnType<typeof requestCode>>): boolean => !outcome.ok && outcome.refusal.code === "auth.tooMany";

beforeEach(() => database.prisma().rateCount.deleteMany().then(() => undefined));

describe("codes tried for one address", () => {
  test("are slowed down after ten, from however many networks and browsers they come", async () => {
    const email = await anAddress("lead-one@city.example");
    const answers = [];
    for (let number = 0; number < 20; number += 1) {
      const { browserToken } = await aCode(email, from(aNetwork(number)));
      answers.push(await redeemCode({ browserToken, code: "000000", device, visitor: from(aNetwork(number)) }));
    }
    expect(answers.map(isSlowed).indexOf(true)).toBe(10);
    expect(answers.slice(10).every(isSlowed)).toBe(true);
    expect(refusalOf<"auth.tooMany">(answers[19]!).seconds).toBeLessThanOrEqual(60);
    const entries = await database.prisma().auditEntry.findMany({ where: { action: "slowedDown" } });
    expect(entries.map(({ details }) => details)).toContainEqual({ limit: "triesForAddress", seconds: 60 });
  });

  test("are ten at most also when they arrive at one moment", async () => {
    const email = await anAddress("lead-two@city.example");
    const codes = [];
    for (let number = 0; number < 12; number += 1) codes.push(await aCode(email, from(aNetwork(number))));
    const answers = await Promise.all(codes.flatMap(({ browserToken }, number) => [0, 1, 2].map(() => redeemCode({ browserToken, code: "000000", device, visitor: from(aNetwork(number)) }))));
    expect(answers.filter((answer) => !isSlowed(answer))).toHaveLength(10);
  });

  test("never lock its owner out: after the wait the right code opens, and all is as before", async () => {
    const email = await anAddress("lead-three@city.example");
    const flood = async (): Promise<void> => {
      for (let number = 0; number < 14; number += 1) {
        const asked = await requestCode({ email, visitor: from(aNetwork(number)) });
        if (asked.ok) await redeemCode({ browserToken: asked.value.browserToken, code: "000000", device, visitor: from(aNetwork(number)) });
      }
    };
    for (let round = 0; round < 4; round += 1) {
      await flood();
      await pass(20);
    }
    const { browserToken, code } = await aCode(email);
    expect((await redeemCode({ browserToken, code, device, visitor: from("203.0.113.1") })).ok).toBe(true);
  });

  test("by strangers do not make the owner wait in a browser that has signed in before", async () => {
    const email = await anAddress("lead-four@city.example");
    const first = await aCode(email);
    const { known } = valueOf(await redeemCode({ ...first, device, visitor: from("203.0.113.1") }));
    for (let number = 0; number < 30; number += 1) {
      const asked = await requestCode({ email, visitor: from(aNetwork(number)) });
      if (asked.ok) await redeemCode({ browserToken: asked.value.browserToken, code: "000000", device, visitor: from(aNetwork(number)) });
    }
    expect(isSlowed(await requestCode({ email, visitor: from("203.0.113.1") }))).toBe(true);
    const again = await aCode(email, from("203.0.113.1", known));
    expect(isSlowed(await redeemCode({ ...again, device, visitor: from("203.0.113.1") }))).toBe(true);
    expect((await redeemCode({ ...again, device, visitor: from("203.0.113.1", known) })).ok).toBe(true);
  });

  test("are not counted apart by a made-up value, or by one for another address", async () => {
    const [mine, other] = [await anAddress("mine@city.example"), await anAddress("other@city.example")];
    const { known } = valueOf(await redeemCode({ ...(await aCode(mine)), device, visitor: from("203.0.113.1") }));
    for (const forged of [known, "a.b", `${"x".repeat(43)}.${"y".repeat(43)}`, ".", ""]) {
      await database.prisma().rateCount.deleteMany();
      for (let number = 0; number < 20; number += 1) await requestCode({ email: other, visitor: from(aNetwork(number)) });
      expect(isSlowed(await requestCode({ email: other, visitor: from("203.0.113.9", forged) }))).toBe(true);
    }
  });
});

describe("one network", () => {
  test("that tries many addresses is slowed down, known ones or not", async () => {
    const answers = [];
    for (let number = 0; number < 60; number += 1) answers.push(await requestCode({ email: `nobody${number}@nowhere.example`, visitor: from("203.0.113.7") }));
    expect(answers.map(isSlowed).indexOf(true)).toBe(40);
    expect(isSlowed(await requestCode({ email: "nobody@nowhere.example", visitor: from("203.0.113.8") }))).toBe(false);
  });
});

describe("what is counted", () => {
  test("names nobody, and is forgotten two days later", async () => {
    await countAgainst(["codesForAddress", "somebody@city.example"], ["codesFromNetwork", "203.0.113.7"]);
    const rows = await database.prisma().rateCount.findMany();
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/somebody|203\.0/);
    await pass(47 * 60);
    await clearLeftovers();
    expect(await database.prisma().rateCount.count()).toBe(2);
    await pass(2 * 60);
    await clearLeftovers();
    expect(await database.prisma().rateCount.count()).toBe(0);
  });
});
