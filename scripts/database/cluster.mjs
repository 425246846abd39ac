import { spawn } from "node:child_process";
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../setup/refusal.mjs";

const serverVersion = "18";

function run(command, args, user, log) {
  return new Promise((done, fail) => {
    const out = openSync(log, "a");
    const child = spawn(command, args, { cwd: "/", ...user, stdio: ["ignore", out, out], env: { PATH: process.env.PATH, TZ: "UTC", LC_ALL: "C" } });
    closeSync(out);
    child.on("error", fail);
    child.on("close", (code) => done(code ?? 1));
  });
}

/**
 * Makes the cluster once. It is written under another name first: an interrupted initdb must not look like a
 * finished one. Text sorts by German rules (ICU), everything else is plain UTF-8. Refuses data of another version.
 */
export async function ensureCluster({ folder, data, user }, { initdb }, password) {
  if (existsSync(data)) {
    const version = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
    if (version === serverVersion) return;
    throw new Refusal(`Die Daten in ${data} stammen von PostgreSQL ${version}, mitgeliefert ist ${serverVersion}; \`npm start -- --fresh\` beginnt neu.`);
  }
  const part = `${data}.part`;
  const passwordFile = join(folder, "initial-password");
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [part, passwordFile]) chownSync(path, user.uid, user.gid);
  try {
    // C.UTF-8 is Linux's name; elsewhere plain C serves, because ICU does the sorting.
    const locale = process.platform === "linux" ? "C.UTF-8" : "C";
    const code = await run(initdb, [
      `--pgdata=${part}`, "--username=buergerkoffer", `--pwfile=${passwordFile}`, "--auth=scram-sha-256", "--encoding=UTF8",
      `--locale=${locale}`, "--locale-provider=icu", "--icu-locale=de-DE", "--no-sync",
    ], user, join(folder, "server.log"));
    if (code !== 0) throw new Refusal(`PostgreSQL ließ sich nicht einrichten; Näheres steht in ${join(folder, "server.log")}.`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(part, data);
}
