import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { checkout } from "./setup/checkout.mjs";
import { Refusal, endWith } from "./setup/refusal.mjs";
import { startTestDatabase } from "./test-database.mjs";

/** Runs a command with the tests' database beside it: `node scripts/with-test-database.mjs jest --selectProjects database`. */
async function main([command, ...args]) {
  if (!command) throw new Refusal("Aufruf: node scripts/with-test-database.mjs <Befehl> [Argumente]");
  const database = await startTestDatabase();
  const path = [join(checkout, "node_modules", ".bin"), process.env.PATH].join(delimiter);
  const child = spawn(command, args, { cwd: checkout, stdio: "inherit", env: { ...process.env, TZ: "UTC", PATH: path, ...database.env } });
  // The terminal's Ctrl-C reaches the command too; we wait for it and stop the server after it.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  const code = await new Promise((done) => {
    child.on("error", () => done(127));
    child.on("close", (exit) => done(exit ?? 1));
  });
  await database.stop();
  process.exitCode = code;
}

await main(process.argv.slice(2)).catch(endWith);
