import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";

function numberFrom(flag, name) {
  const answer = spawnSync("id", [flag, name], { encoding: "utf8" });
  return answer.status === 0 ? Number(answer.stdout) : undefined;
}

function named(name) {
  const uid = numberFrom("-u", name);
  return uid === undefined ? undefined : { uid, gid: numberFrom("-g", name) };
}

/**
 * As whom the server runs: undefined means ourselves. PostgreSQL refuses root, so root hands it to the owner of
 * the data that is already there, else to `postgres`, else to `nobody`.
 */
export function serverUser(data) {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(data)) {
    const { uid, gid } = statSync(data);
    if (uid !== 0) return { uid, gid };
  }
  return named("postgres") ?? named("nobody") ?? { uid: 65534, gid: 65534 };
}

/** Whether that user reaches the folder, tried rather than computed: groups and access lists count too. */
export function canEnter(folder, user) {
  if (!existsSync(folder)) return false;
  return spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { cwd: "/", ...user, stdio: "ignore" }).status === 0;
}
