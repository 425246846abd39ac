import { readFileSync } from "node:fs";
import { endRunning } from "../setup/run.mjs";

function about(pid, name) {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8").trim();
  } catch {
    return "";
  }
}

/** The processes through which npm runs us. Some shells stand between npm and us; then npm is the shell's parent. */
function npmAndShell() {
  const isShell = ["sh", "dash", "bash"].includes(about(process.ppid, "comm"));
  const above = isShell ? /^PPid:\s*(\d+)$/m.exec(about(process.ppid, "status"))?.[1] : "";
  return `${process.ppid} ${above}`;
}

/**
 * What must be stopped, last started first. `interrupted` answers when somebody asks us to end: by Ctrl-C, by a signal,
 * by closing the terminal, or because the npm that started us is gone.
 */
export function shutdown() {
  const stops = [];
  let ask;
  const interrupted = new Promise((done) => (ask = done));
  let asked = 0;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      asked += 1;
      // npm passes Ctrl-C on a second time by itself; only the third one means that somebody has lost patience.
      if (asked > 2) process.exit(130);
      ask(signal);
    });
  }
  if (process.env.npm_lifecycle_event) {
    const starters = npmAndShell();
    setInterval(() => npmAndShell() !== starters && ask("npm"), 1000).unref();
  }
  return {
    interrupted,
    add: (stop) => stops.push(stop),
    run: async () => {
      endRunning();
      for (const stop of stops.splice(0).reverse()) await stop();
    },
  };
}
