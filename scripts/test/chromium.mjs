import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { Refusal } from "../setup/refusal.mjs";
import { run } from "../setup/run.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const macApplications = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];

function isRunnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The browser of this machine: the one that is named, else the first that is found. */
export function findChromium(env = process.env) {
  if (env.CHROMIUM_PATH) return isRunnable(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined;
  const folders = ["/usr/bin", ...(env.PATH ?? "").split(delimiter).filter(Boolean)];
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...macApplications].find(isRunnable);
}

async function installPackage() {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update"], { env });
  await run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { env });
}

/** A Chromium for the browser tests; root installs the system's package where there is none. Refuses with the way to get it. */
export async function requireChromium() {
  const found = findChromium();
  if (found) return found;
  if (process.env.CHROMIUM_PATH) throw new Refusal(`CHROMIUM_PATH zeigt auf kein ausführbares Programm: ${process.env.CHROMIUM_PATH}`);
  if (process.getuid?.() === 0 && isRunnable("/usr/bin/apt-get")) await installPackage();
  const installed = findChromium();
  if (installed) return installed;
  throw new Refusal("Für die Browsertests fehlt Chromium: bitte als Verwalter `apt-get install chromium` ausführen oder CHROMIUM_PATH auf einen vorhandenen Browser setzen.");
}
