import { randomBytes } from "node:crypto";
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "../setup/checkout.mjs";
import { lockFolder } from "../setup/lock.mjs";
import { Refusal } from "../setup/refusal.mjs";

function requireWritable(folder) {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch {
    throw new Refusal(`Der Ordner ${folder} ist für dieses Benutzerkonto nicht beschreibbar.`);
  }
}

/** Makes the data directory ours until the answered function is called. Refuses a missing right and a second start beside this one. */
export function claimDataDir(dataDir) {
  try {
    // Others may pass through to what they own inside (the database's own user), not look around.
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  } catch (error) {
    if (error.code === "EEXIST" || error.code === "ENOTDIR") throw new Refusal(`DATA_DIR ist kein Ordner: ${dataDir}`);
    throw new Refusal(`Der Ordner ${dataDir} lässt sich nicht anlegen; bitte die Schreibrechte prüfen oder DATA_DIR setzen.`);
  }
  requireWritable(dataDir);
  const release = lockFolder(dataDir);
  if (!release) throw new Refusal(`Der Bürgerkoffer läuft schon mit dem Ordner ${dataDir}; für einen zweiten bitte DATA_DIR, PORT und MAILBOX_PORT anders setzen.`);
  return release;
}

/** Refuses a checkout in which we could not install, generate or build. */
export function requireWritableCheckout() {
  for (const name of ["", "node_modules", ".next", join("prisma", "generated")]) {
    const folder = join(checkout, name);
    if (existsSync(folder)) requireWritable(folder);
  }
}

/** A text of the demo's that is made once and readable by us alone. */
function madeOnce(dataDir, name, make) {
  const file = join(dataDir, name);
  if (!existsSync(file)) writeFileSync(file, make(), { mode: 0o600 });
  chmodSync(file, 0o600);
  return readFileSync(file, "utf8").trim();
}

/** The demo's secret, so that sessions outlive a restart. */
export function demoSecret(dataDir) {
  return madeOnce(dataDir, "secret", () => randomBytes(32).toString("base64url"));
}

/** The demo's data key, so that what was sealed opens after a restart; web and worker share it. */
export function demoDataKeys(dataDir) {
  return madeOnce(dataDir, "data-keys", () => `k1:${randomBytes(32).toString("base64")}`);
}
