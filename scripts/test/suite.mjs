import { join } from "node:path";
import { dataDirOf } from "../setup/checkout.mjs";
import { install } from "../setup/install.mjs";
import { duration } from "../setup/progress.mjs";
import { Refusal, endWith, sentenceOf } from "../setup/refusal.mjs";
import { shutdown } from "../start/shutdown.mjs";
import { requireChromium } from "./chromium.mjs";

/** The steps to run: all, or the named one with the steps that it needs. */
function chosen(steps, args) {
  if (args.length === 0) return steps;
  const [flag, name, ...rest] = args;
  const wanted = steps.find((step) => step.name === name);
  if (flag !== "--only" || !wanted || rest.length > 0) {
    throw new Refusal(`Möglich ist nur: npm test -- --only <Schritt>, mit einem von ${steps.map((step) => step.name).join(", ")}.`);
  }
  return steps.filter((step) => step === wanted || wanted.needs.includes(step.name));
}

/** Prints a step's name, time and result, the figures that it found, and on failure all that it said. */
async function show(title, work) {
  process.stdout.write(`${title} ... `);
  const begin = performance.now();
  const { passed, failed, output, notes } = await work().catch((error) => ({ passed: 0, failed: 1, output: sentenceOf(error) }));
  const result = failed === 0 ? `${passed} bestanden` : `${passed} bestanden, ${failed} gescheitert`;
  console.log(`${duration(performance.now() - begin)} (${result})`);
  if (failed > 0) console.log(`\n${output.trim()}\n`);
  if (notes) console.log(notes);
  return { passed, failed };
}

/** Makes what steps need beside other steps, once and only when asked for. */
function supplies(stopping) {
  const makers = {
    server: async (held) => {
      const { startTestDatabase } = await import("../test-database.mjs");
      held.database = await startTestDatabase();
      stopping.add(held.database.stop);
    },
    browser: async (held) => (held.chromium = await requireChromium()),
  };
  const held = {};
  const pending = {};
  return {
    held,
    provide: async (needs) => {
      for (const need of needs.filter((name) => makers[name])) await (pending[need] ??= makers[need](held));
    },
  };
}

async function runAll(args, stopping) {
  await install({ log: join(dataDirOf(), "logs", "install.log") });
  // What the steps import is only there after the installation.
  const { steps } = await import("./steps.mjs");
  const { held, provide } = supplies(stopping);
  const failedSteps = new Set();
  const sum = { passed: 0, failed: 0 };
  for (const { name, title, needs, work } of chosen(steps, args)) {
    const missing = needs.filter((need) => failedSteps.has(need));
    const perform = async () => {
      if (missing.length > 0) return { passed: 0, failed: 1, output: `Nicht ausgeführt, weil ein Schritt davor gescheitert ist: ${missing.join(", ")}.` };
      await provide(needs);
      return work(held);
    };
    const { passed, failed } = await show(title, perform);
    if (failed > 0) failedSteps.add(name);
    sum.passed += passed;
    sum.failed += failed;
  }
  return sum;
}

/** `npm test`: every check there is; the last line says how many passed and failed. */
export async function main(args) {
  process.env.TZ = "UTC";
  const stopping = shutdown();
  const outcome = await Promise.race([runAll(args, stopping).catch((error) => ({ error })), stopping.interrupted.then(() => ({ isInterrupted: true }))]);
  await stopping.run();
  if (outcome.error) endWith(outcome.error);
  else if (outcome.isInterrupted) process.exitCode = 130;
  else {
    console.log(`\n${outcome.passed} passed, ${outcome.failed} failed`);
    process.exitCode = outcome.failed === 0 ? 0 : 1;
  }
  process.exit();
}
