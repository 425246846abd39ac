import { spawnSync } from "node:child_process";
import { accessSync, chmodSync, constants, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkout } from "./setup/checkout.mjs";
import { run } from "./setup/run.mjs";

const engine = join(checkout, "scripts", "schema-engine.mjs");

function isRunnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The file to hand to Prisma as its engine. Archives and some file systems drop the run bit; where we may not set it
 * again, a starter in a temporary folder calls the engine.
 */
function runnableEngine() {
  if (isRunnable(engine)) return { file: engine, discard: () => {} };
  try {
    chmodSync(engine, 0o755);
    return { file: engine, discard: () => {} };
  } catch {
    const folder = mkdtempSync(join(tmpdir(), "buergerkoffer-"));
    const file = join(folder, "schema-engine");
    const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
    writeFileSync(file, `#!/bin/sh\nexec ${quoted(process.execPath)} ${quoted(engine)} "$@"\n`, { mode: 0o700 });
    return { file, discard: () => rmSync(folder, { recursive: true, force: true }) };
  }
}

/** What the CLI needs in its environment: our engine, no questions to the network, and the Node that runs us. */
function environment(env, engineFile) {
  return {
    PRISMA_SCHEMA_ENGINE_BINARY: engineFile,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
    ...env,
    // The engine's first line asks for `node`.
    PATH: [dirname(process.execPath), env.PATH].filter(Boolean).join(delimiter),
  };
}

/** Runs the Prisma CLI on our schema with an engine that needs no download. Answers { code, output }. */
export async function prisma(args, { env = process.env, how = run } = {}) {
  const cli = join(dirname(createRequire(import.meta.url).resolve("prisma/package.json")), "build", "index.js");
  const { file, discard } = runnableEngine();
  try {
    return await how(process.execPath, [cli, ...args, "--config", join("prisma", "prisma.config.ts")], { env: environment(env, file) });
  } finally {
    discard();
  }
}

/** As a person runs it: its output is ours. */
export function inTerminal(command, args, { env }) {
  const { status } = spawnSync(command, args, { cwd: checkout, env, stdio: "inherit" });
  return { code: status ?? 1 };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { code } = await prisma(process.argv.slice(2), { how: inTerminal });
  process.exitCode = code;
}
