import { closeDatabase } from "@/lib/db/client";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { scopeOf } from "@/lib/auth/scope";
import type { Person } from "@/lib/auth/types";
import { enterAbsence } from "@/lib/reservations/commands";
import { changeFrame, makeTour, replaceKit } from "@/lib/tours/commands";
import { moveVisit, placeVisit } from "@/lib/visits/commands";

/** What one process of the race is told to try, all at one time. Run by race.test.ts with this on its standard input; answers the results as JSON. */
export type Attempt = { [K in keyof typeof commands]: { readonly command: K; readonly input: Parameters<(typeof commands)[K]>[1] } }[keyof typeof commands];
export type AttemptResult = { readonly command: Attempt["command"]; readonly answer: string };
export type Plan = { readonly actor: Person; readonly attempts: readonly Attempt[] };

const commands = { makeTour, changeFrame, replaceKit, placeVisit, moveVisit, enterAbsence };
const WARM_CONNECTIONS = 10;

async function tried(actor: Person, { command, input }: Attempt): Promise<AttemptResult> {
  const run = commands[command] as (actor: Person, input: unknown) => ReturnType<(typeof commands)[typeof command]>;
  try {
    const outcome = await run(actor, input);
    return { command, answer: outcome.ok ? "done" : outcome.refusal.code };
  } catch (error) {
    return { command, answer: `exception: ${String(error)}` };
  }
}

async function main(): Promise<void> {
  const chunks: Buffer[] = [];
  process.stdin.on("data", (chunk: Buffer) => chunks.push(chunk));
  await Promise.all(Array.from({ length: WARM_CONNECTIONS }, () => inScope(scopeOf({ kind: "system", job: "guards" }), databaseNow)));
  process.stdout.write("ready\n");
  await new Promise((resolve) => process.stdin.on("end", resolve));
  const { actor, attempts } = JSON.parse(Buffer.concat(chunks).toString()) as Plan;
  const results = await Promise.all(attempts.map((attempt) => tried(actor, attempt)));
  await closeDatabase();
  process.stdout.write(`${JSON.stringify(results)}\n`);
}

if (require.main === module) void main();
