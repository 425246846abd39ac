import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Refusal } from "../setup/refusal.mjs";
import { connects } from "./connects.mjs";

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Whether that process is a PostgreSQL server; where the system does not tell, the server's own check decides. */
function isPostgres(pid) {
  try {
    return readlinkSync(`/proc/${pid}/exe`).includes("postgres");
  } catch {
    return !existsSync("/proc/self/exe");
  }
}

/**
 * A run that was killed leaves a lock file and perhaps its server. The server is stopped; a lock whose number now
 * belongs to some other process is removed, because PostgreSQL would take that process for its own.
 */
export async function clearLeftovers(data) {
  const lock = join(data, "postmaster.pid");
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, "utf8").split("\n")[0]);
  if (isAlive(pid) && isPostgres(pid)) {
    process.kill(pid, "SIGINT");
    for (let waited = 0; waited < 100 && isAlive(pid); waited += 1) await pause(100);
  }
  if (!isAlive(pid) || !isPostgres(pid)) rmSync(lock, { force: true });
}

/** Stops by PostgreSQL's three signals, gentlest first. */
async function stop(child, ended) {
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"]) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await Promise.race([ended, pause(10_000, undefined, { ref: false })]);
  }
}

/** Stops the server should we be killed without a chance to do it ourselves. It ends with the server. */
function guard(pid) {
  const script = 'while kill -0 "$1" && kill -0 "$2"; do sleep 1; done 2>/dev/null; kill -INT "$2" 2>/dev/null';
  spawn("/bin/sh", ["-c", script, "sh", String(process.pid), String(pid)], { cwd: "/", detached: true, stdio: "ignore" })
    .on("error", () => {})
    .unref();
}

/** Runs the server on loopback only and answers { stop, ended } when it takes connections; undefined when it did not come up. */
export async function runServer({ folder, data, user }, { postgres }, { port, address, settings = {} }) {
  const all = { listen_addresses: "127.0.0.1", port, unix_socket_directories: "", timezone: "UTC", log_timezone: "UTC", ...settings };
  const log = openSync(join(folder, "server.log"), "a");
  const child = spawn(postgres, ["-D", data, ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`])], {
    // A group of its own: Ctrl-C in the terminal must not stop the database before those who use it.
    cwd: "/", ...user, detached: true, stdio: ["ignore", log, log], env: { PATH: process.env.PATH, TZ: "UTC", LC_ALL: "C" },
  });
  closeSync(log);
  if (child.pid) guard(child.pid);
  const last = () => child.kill("SIGQUIT");
  process.on("exit", last);
  const ended = new Promise((done) => {
    child.on("error", done);
    child.on("exit", done);
  }).finally(() => process.off("exit", last));
  let isOver = false;
  ended.then(() => (isOver = true));
  for (let waited = 0; waited < 600; waited += 1) {
    if (isOver) return undefined;
    if (await connects(address, 2000)) return { ended, stop: () => stop(child, ended) };
    await pause(50);
  }
  await stop(child, ended);
  throw new Refusal(`PostgreSQL antwortet nicht; Näheres steht in ${join(folder, "server.log")}.`);
}
