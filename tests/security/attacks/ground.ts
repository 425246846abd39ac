import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEcho } from "@/lib/forms/echo";
import type { PrismaClient } from "@/prisma/generated/client/client";
import { contentOf, FORMS, rowsFor } from "../../journeys/hostile-forms";
import { ownerOf, PEOPLE, type Account } from "../../journeys/people";
import { usePortal } from "../../journeys/portal";
import { aVisitor, signedInVisitor, type Answered, type Visitor } from "../../journeys/visitor";
import { statementsOf, type Statements } from "./statements";

/** The portal under attack, with somebody signed in for each role. */
export type Ground = {
  readonly origin: () => string;
  readonly port: () => number;
  readonly mailbox: () => string;
  readonly prisma: () => PrismaClient;
  readonly as: (account: Account) => Visitor;
  readonly nobody: () => Visitor;
  /** Everything that the processes have said so far, one line each. */
  readonly log: () => readonly string[];
  /** Waits until the processes have said a word on this many lines more than `before`, and fails if it stays another number. */
  readonly logged: (word: string, before: number, count: number) => Promise<void>;
  /** On how many lines they have said a word, once they say it no more. */
  readonly linesWith: (word: string) => Promise<number>;
  /** Runs an attack and fails if anything that counts is stored differently afterwards. */
  readonly unchanged: <T>(attack: () => Promise<T>) => Promise<T>;
  /** What the web processes had the database do during an attack: the different statements, and everything that was handed over with them. */
  readonly statements: (attack: () => Promise<void>) => Promise<Statements>;
  /** Fails unless the portal still answers. */
  readonly alive: () => Promise<void>;
  /** The sentences that wait for a form that was refused. */
  readonly sentences: (visitor: Visitor, answer: Answered) => Promise<readonly string[]>;
};

const QUIET_MS = 1_500;
const LOG_LAG_MS = 500;

/** Called once at the top of a file of attacks. */
export function useGround(): Ground {
  const logFile = join(mkdtempSync(join(tmpdir(), "portal-log-")), "log");
  const portal = usePortal({ logFile });
  const visitors = new Map<Account, Visitor>();
  const origin = (): string => portal.origins()[0]!;
  beforeAll(async () => {
    for (const { account } of PEOPLE) visitors.set(account, await signedInVisitor(origin(), account));
    // What a form is about is made where there is none: before anything is compared.
    const rows = new Set(Object.values(FORMS).flatMap(({ row }) => row ?? []));
    for (const { account } of PEOPLE) for (const row of rows) await rowsFor(portal.prisma(), row, await ownerOf(portal.prisma(), account));
    await calm(portal.prisma());
  }, 300_000);
  const log = (): readonly string[] => readFileSync(logFile, "utf8").split("\n").filter(Boolean);
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, LOG_LAG_MS));
  const count = (word: string): number => log().filter((line) => line.includes(`"${word}"`)).length;
  // A process writes its log a moment after it has answered.
  const linesWith = async (word: string): Promise<number> => {
    for (let before = -1; before !== count(word); ) {
      before = count(word);
      await pause();
    }
    return count(word);
  };
  return {
    origin,
    port: () => Number(new URL(origin()).port),
    mailbox: portal.mailbox,
    prisma: portal.prisma,
    as: (account) => visitors.get(account)!,
    nobody: () => aVisitor(origin()),
    log,
    linesWith,
    logged: async (word, before, expected) => expect((await linesWith(word)) - before).toBe(expected),
    unchanged: async (attack) => {
      const before = await contentOf(portal.prisma());
      const result = await attack();
      expect(await contentOf(portal.prisma())).toBe(before);
      return result;
    },
    statements: (attack) => statementsOf(portal, attack),
    alive: async () => expect((await aVisitor(origin()).get("/api/health/ready")).status).toBe(200),
    sentences: async (visitor, { location }) => {
      const id = new URL(location || "/", origin()).searchParams.get("echo");
      const row = id && (await portal.prisma().formEcho.findUnique({ where: { id } }));
      const echo = row && openEcho(row.sealed, visitor.cookie("portal-echo") ?? "");
      return echo ? echo.errors.map(({ message }) => message) : [];
    },
  };
}

/** Waits until the worker has nothing left to do, so that every later change is an attack's. */
async function calm(prisma: PrismaClient): Promise<void> {
  for (let [before, same] = ["", 0]; same < 3; ) {
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    const after = await contentOf(prisma);
    same = after === before ? same + 1 : 0;
    before = after;
  }
}

/** Runs something for each of many, a few at a time. */
export async function inTurns<T>(many: readonly T[], atOnce: number, work: (one: T, index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < many.length; index = next++) await work(many[index]!, index);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
