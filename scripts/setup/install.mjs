import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "./checkout.mjs";
import { required, run } from "./run.mjs";

function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : undefined;
}

/**
 * Whether node_modules holds exactly what the lock file names. npm keeps its own list of what it installed, last of all,
 * so an interrupted installation counts as missing. Packages for other systems may be absent.
 */
export function isInstalled(root = checkout) {
  const wanted = packagesOf(join(root, "package-lock.json"));
  const present = packagesOf(join(root, "node_modules", ".package-lock.json"));
  if (!present) return false;
  return Object.entries(wanted).every(([path, { version, optional, devOptional, link }]) => {
    const found = present[path];
    return path === "" || link || (found ? found.version === version : Boolean(optional || devOptional));
  });
}

/** The npm that runs us, else the first one in the path. Development packages come along: the build needs them, whatever NODE_ENV says. */
function npm(...args) {
  const cli = process.env.npm_execpath;
  const all = [...args, "--include=dev"];
  return cli?.endsWith(".js") ? run(process.execPath, [cli, ...all]) : run("npm", all);
}

/** Installs what the lock file names where it is not there yet. Answers whether it had to. */
export async function install({ log }) {
  if (isInstalled()) return false;
  const strict = await npm("ci");
  // A lock file written where packages of other systems could not be read: see scripts/complete-lock.mjs.
  const isIncomplete = strict.code !== 0 && strict.output.includes("EUSAGE");
  const installed = isIncomplete ? await npm("install", "--no-save") : strict;
  required(installed, { what: "Die Pakete ließen sich nicht installieren", log });
  return true;
}
