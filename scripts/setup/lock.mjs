import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** When that process began, so that a number used again by another process is not taken for the old one. */
function beginOf(pid) {
  if (existsSync("/proc/self/stat")) {
    try {
      return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").pop().split(" ")[19];
    } catch {
      return undefined;
    }
  }
  const answer = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
  return answer.status === 0 ? answer.stdout.trim() : undefined;
}

function isHeld(file) {
  try {
    const { pid, begin } = JSON.parse(readFileSync(file, "utf8"));
    return begin !== undefined && beginOf(pid) === begin;
  } catch {
    return false;
  }
}

/** Takes the folder for this process and answers what gives it back; undefined while another living process has it. */
export function lockFolder(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const file = join(folder, "in-use.json");
  const content = JSON.stringify({ pid: process.pid, begin: beginOf(process.pid) });
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(file, content, { flag: "wx" });
      const release = () => rmSync(file, { force: true });
      process.on("exit", release);
      return release;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      if (isHeld(file)) return undefined;
      rmSync(file, { force: true });
    }
  }
  return undefined;
}
