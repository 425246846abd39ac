import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import { get } from "node:http";
import { join, relative } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { checkout } from "../setup/checkout.mjs";
import { Refusal } from "../setup/refusal.mjs";

/** By this exit code a process says that its one line on stderr is the operator's to fix (lib/env.ts). */
export const configurationExitCode = 78;

const leash = new URL("../setup/leash.mjs", import.meta.url).href;
const stopPatience = 15_000;

/** A Node process that loads TypeScript and ends with its starter. */
export function typescriptArgs(file) {
  return ["--import", "tsx", "--import", leash, file];
}

function outputOf(name, isLoud, logFolder) {
  if (isLoud) return { target: { out: process.stdout, err: process.stderr }, hint: "" };
  mkdirSync(logFolder, { recursive: true });
  const file = join(logFolder, `${name}.log`);
  const stream = createWriteStream(file);
  return { target: { out: stream, err: stream }, hint: `; Näheres steht in ${relative(checkout, file)}` };
}

function lastLine(text) {
  return text.trim().split("\n").pop() ?? "";
}

/**
 * Starts one of the portal's processes. Its output goes to a log in the demo and through to ours on a server (`isLoud`).
 * Answers { ended, stop }: `ended` becomes the Refusal that says why it ended.
 */
export function startService({ name, title, file, env, isLoud, logFolder }) {
  const child = spawn(process.execPath, typescriptArgs(file), { cwd: checkout, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const { target, hint } = outputOf(name, isLoud, logFolder);
  let errors = "";
  child.stdout.pipe(target.out, { end: false });
  child.stderr.pipe(target.err, { end: false });
  child.stderr.on("data", (text) => (errors = (errors + text).slice(-4000)));

  const endGroup = (signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // Nothing of it is left.
    }
  };
  const atExit = () => endGroup("SIGKILL");
  process.on("exit", atExit);
  const ended = new Promise((done) => {
    child.on("error", (error) => done(new Refusal(`${title} lässt sich nicht starten: ${error.message}`)));
    child.on("close", (code, signal) => {
      process.off("exit", atExit);
      endGroup("SIGKILL");
      const isSettings = code === configurationExitCode && errors.trim() !== "";
      done(new Refusal(isSettings ? lastLine(errors) : `${title} hat sich unerwartet beendet (${signal ?? `Code ${code}`})${hint}.`));
    });
  });
  const stop = async () => {
    child.kill("SIGTERM");
    const isOver = await Promise.race([ended.then(() => true), pause(stopPatience, false, { ref: false })]);
    if (isOver) return;
    endGroup("SIGKILL");
    await ended;
  };
  return { ended, stop };
}

function isAnswering(port, path) {
  return new Promise((done) => {
    const request = get({ host: "127.0.0.1", port, path, headers: { host: `localhost:${port}` }, timeout: 5000 }, (response) => {
      response.resume();
      done(response.statusCode === 200);
    });
    request.on("timeout", () => request.destroy());
    request.on("error", () => done(false));
  });
}

/** Waits until the service answers 200 there; refuses when it ends before or takes longer than a minute. */
export async function waitFor(service, { title, port, path }) {
  let failure;
  service.ended.then((refusal) => (failure = refusal));
  for (const begin = performance.now(); performance.now() - begin < 60_000; ) {
    if (failure) throw failure;
    if (await isAnswering(port, path)) return;
    await pause(200);
  }
  throw new Refusal(`${title} antwortet nach einer Minute noch nicht unter http://localhost:${port}${path}.`);
}
