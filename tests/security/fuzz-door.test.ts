import { registry } from "@/app/_shell/registry";
import { schemaInput, valuesOf } from "@/lib/forms/read";
import { checkBody } from "@/lib/front-door/body";
import { spanMinutes, wishRows } from "@/lib/drafts/schema";
import { anInput, validValues, type Sent } from "./fuzz/inputs";
import { silentChanges } from "./fuzz/oracle";
import { chanceOf } from "./fuzz/values";
import { figure, sized } from "./size";

const SEED = Number(process.env.SECURITY_SEED ?? 20_261_127);
/** What a choice stands for: the minutes of a span of the day, the rank of a row, the outcome that a reason is of, and the button of a form that is sent with the return key. */
const DERIVED = [...Object.values(spanMinutes).flatMap((span) => Object.values(span)), ...wishRows, "NOT_POSSIBLE", "NEXT"];
const SLOW_MS = 50;
type End = "turned away" | "refused" | "taken" | "crash";

/** What the input door makes of a form, as far as it goes before a command would run: the body's check, its reading, the schema of the action. */
async function throughTheDoor(action: keyof typeof registry, { type, body, pairs, isBroken }: Sent): Promise<{ readonly end: End; readonly fault: string | null }> {
  try {
    if (await checkBody(body, type)) return { end: "turned away", fault: null };
    const form = await new Response(Uint8Array.from(body), { headers: { "content-type": type } }).formData();
    const parsed = registry[action].schema.safeParse(schemaInput(valuesOf(form)));
    if (!parsed.success) return parsed.error.issues.every(({ message }) => message.length > 0) ? { end: "refused", fault: null } : { end: "crash", fault: "a refusal without a sentence" };
    if (isBroken) return { end: "taken", fault: null };
    const changes = silentChanges(pairs.filter(([name]) => !name.startsWith("_")), parsed.data, DERIVED);
    return { end: "taken", fault: changes[0] ?? null };
  } catch (error) {
    return { end: "crash", fault: error instanceof Error ? `${error.name}: ${error.message}` : "thrown" };
  }
}

test("whatever is sent to a form is turned away, refused with a sentence, or taken exactly as it was sent", async () => {
  const chance = chanceOf(SEED);
  const actions = Object.keys(registry) as (keyof typeof registry)[];
  const fields = new Map(actions.map((action) => [action, validValues(registry[action].schema)]));
  const count = sized({ sample: 4_000, full: 100_000 });
  const ends: Record<End, number> = { "turned away": 0, refused: 0, taken: 0, crash: 0 };
  const faults: string[] = [];
  const times: number[] = [];
  const taken = new Set<string>();
  for (let number = 0; number < count; number += 1) {
    const action = actions[number % actions.length]!;
    const sent = anInput(chance, fields.get(action)!);
    // The processor's time and not the clock's, which counts what else the machine does.
    const begin = process.cpuUsage();
    const { end, fault } = await throughTheDoor(action, sent);
    const { user, system } = process.cpuUsage(begin);
    times.push((user + system) / 1_000);
    ends[end] += 1;
    if (end === "taken") taken.add(action);
    if (fault) faults.push(`input ${number} of seed ${SEED}, ${action}: ${fault}`);
  }
  times.sort((one, other) => one - other);
  figure("fuzz seed", SEED);
  figure("inputs at the door", count);
  figure("of these turned away, refused, taken", `${ends["turned away"]}, ${ends.refused}, ${ends.taken}`);
  figure("crashes at the door", ends.crash);
  figure("values that were silently changed", faults.length - ends.crash);
  figure("time for one input, 99th percentile in ms", times[Math.floor(times.length * 0.99)]!.toFixed(1));
  expect(faults.slice(0, 20)).toEqual([]);
  // A run in which nothing gets through would prove nothing.
  expect(taken.size).toBe(actions.length);
  expect(ends.taken).toBeGreaterThan(count / 20);
  expect(ends.refused).toBeGreaterThan(count / 20);
  expect(ends["turned away"]).toBeGreaterThan(count / 20);
  expect(times[Math.floor(times.length * 0.99)]).toBeLessThan(SLOW_MS);
  expect(({} as Record<string, unknown>).x).toBeUndefined();
}, 900_000);

test("a value that is silently changed would be noticed", () => {
  const pairs = [["name", "Mu\u0308ller "], ["at.day", "3"], ["at.month", "12"], ["at.year", "2026"], ["from", "9:00"], ["fee", "46,50 €"]] as const;
  expect(silentChanges(pairs, { name: "Müller", at: "2026-12-03", from: 540, fee: 4650 })).toEqual([]);
  for (const result of [{ name: "Muller" }, { name: "Müller", at: "2026-12-04" }, { from: 541 }, { fee: 465 }, { fee: 46 }, { name: "Müll" }, { name: "müller�" }]) expect(silentChanges(pairs, result)).toHaveLength(1);
});

test("the same seed makes the same inputs", () => {
  const bodies = [1, 2].map(() => {
    const chance = chanceOf(7);
    return Array.from({ length: 50 }, () => anInput(chance, validValues(registry["residents.add"].schema)).pairs.slice(1));
  });
  expect(bodies[0]).toEqual(bodies[1]);
});
