import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import { checkout } from "./checkout.mjs";
import { Refusal } from "./refusal.mjs";

const running = new Set();

/** Ends every command that still runs, with all it started itself. */
export function endRunning() {
  for (const child of running) {
    try {
      process.kill(-child.pid, "SIGTERM");
    } catch {
      // It has just ended by itself.
    }
  }
}
process.on("exit", endRunning);

/**
 * Runs a command quietly in the checkout and answers { code, output }. It gets a process group of its own, so that the
 * terminal's Ctrl-C reaches only us and we end things in order.
 */
export function run(command, args, { env = process.env } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd: checkout, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
    child.on("error", fail);
    child.on("spawn", () => running.add(child));
    child.on("close", (code) => {
      running.delete(child);
      done({ code: code ?? 1, output });
    });
  });
}

/** Keeps what a step printed and refuses where it failed: `what` says so, the log says the rest. */
export function required({ code, output }, { what, log }) {
  mkdirSync(dirname(log), { recursive: true });
  writeFileSync(log, output);
  if (code !== 0) throw new Refusal(`${what}; Näheres steht in ${relative(checkout, log)}.`);
}
