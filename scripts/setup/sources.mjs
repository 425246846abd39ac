import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "./checkout.mjs";

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).sort().flatMap((name) => filesUnder(join(path, name)));
}

/** One number for the content of these files and folders of the checkout, and for the Node that works on them. */
export function hashOf(paths) {
  const hash = createHash("sha256").update(process.version);
  for (const file of paths.flatMap((path) => filesUnder(join(checkout, path)))) {
    hash.update(`\0${file.slice(checkout.length)}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

/** The files beside package.json that can change what is built; pages of text cannot. */
export function rootFiles() {
  const isSource = ({ name, isFile }) => isFile && /\.(ts|js|mjs|json)$/.test(name) && !/^(jest|eslint)\.config|^next-env/.test(name);
  const entries = readdirSync(checkout, { withFileTypes: true }).map((entry) => ({ name: entry.name, isFile: entry.isFile() }));
  return entries.filter(isSource).map(({ name }) => name).sort();
}
