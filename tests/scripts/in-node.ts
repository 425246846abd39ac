import { spawnSync } from "node:child_process";
import { join } from "node:path";

export const checkout = join(__dirname, "..", "..");

/** The environment of a newcomer: nothing of ours is set. */
export const bareEnv: NodeJS.ProcessEnv = { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: "test" };

/** Asks a script's module in a Node of its own, as it really runs; jest loads no ES modules. `question` is a function of the module. */
export function inNode<Answer>(module: string, question: string): Answer {
  const code = `import * as it from "./scripts/${module}"; process.stdout.write(JSON.stringify((await (${question})(it)) ?? null));`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module", "-e", code], { cwd: checkout, env: bareEnv, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Answer;
}

/** Runs a script of the checkout and answers how it ended and what it said. */
export function runScript(args: readonly string[], env: Readonly<Record<string, string>>): { code: number | null; lines: readonly string[] } {
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: checkout, env: { ...bareEnv, ...env }, encoding: "utf8" });
  return { code: status, lines: `${stdout}${stderr}`.split("\n").filter((line) => line.trim() !== "") };
}
