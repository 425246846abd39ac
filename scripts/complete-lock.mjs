import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkout } from "./setup/checkout.mjs";

// A registry that does not carry the packages of other systems makes npm leave them out of the lock file, and `npm ci`
// then refuses that file everywhere. Run this after a change of the packages: it names them, as npm would.
const systems = /-(android|darwin|freebsd|linux|openharmony|win32)-(arm|arm64|ia32|loong64|ppc64|riscv64|s390x|x64)(?:-|$)/;

/** Where Node would find `name` from the package at `path`. */
function isLocked(packages, path, name) {
  for (let from = path; ; from = from.slice(0, Math.max(from.lastIndexOf("/node_modules/"), 0))) {
    if (packages[`${from ? `${from}/` : ""}node_modules/${name}`]) return true;
    if (from === "") return false;
  }
}

/** The optional packages that the lock file asks for and does not name: [path, entry] each. */
export function missingFromLock({ packages }) {
  return Object.entries(packages).flatMap(([path, { dev, optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies).flatMap(([name, version]) => {
      const system = systems.exec(name);
      if (!system || isLocked(packages, path, name)) return [];
      const entry = { version, cpu: [system[2]], ...(dev ? { dev: true } : {}), optional: true, os: [system[1]] };
      return [[`node_modules/${name}`, entry]];
    }),
  );
}

function main() {
  const file = join(checkout, "package-lock.json");
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const missing = missingFromLock(lock);
  const [root, ...others] = Object.entries(lock.packages);
  others.push(...missing);
  others.sort(([left], [right]) => (left < right ? -1 : 1));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries([root, ...others]) }, null, 2)}\n`);
  console.log(`${missing.length} Pakete anderer Systeme ergänzt.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
