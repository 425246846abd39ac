import { createHash } from "node:crypto";
import { existsSync, mkdirSync, realpathSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "../setup/checkout.mjs";
import { canEnter, serverUser } from "./server-user.mjs";

const sharedRoot = "/var/lib/buergerkoffer";

function hash(text) {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

function open(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  return folder;
}

/** The folders a data directory may have its server in: beside it, or outside of a closed home. */
function candidates(dataDir) {
  const real = existsSync(dataDir) ? realpathSync(dataDir) : dataDir;
  return { near: join(dataDir, "postgres"), far: join(sharedRoot, hash(realpathSync(checkout)), hash(real)) };
}

/**
 * Where the server of this data directory lives, and as whom it runs: { folder, data, user }.
 * A place that already holds data stays the place, whatever the rights around it became.
 */
export function placeOf(dataDir) {
  open(dataDir);
  const { near, far } = candidates(dataDir);
  const at = (folder) => ({ folder, data: join(folder, "data"), user: serverUser(join(folder, "data")) });
  if (process.getuid?.() !== 0) return at(open(near));
  if (existsSync(join(far, "data")) && !existsSync(join(near, "data"))) return at(far);
  const place = at(open(near));
  // Data that is already here stays here, and its owner says so itself when it cannot be reached.
  if (canEnter(near, place.user) || existsSync(place.data)) return place;
  rmdirSync(near);
  return at(open(far));
}

/** Every folder that `--fresh` may remove for this data directory. */
export function placesToForget(dataDir) {
  return Object.values(candidates(dataDir)).filter((folder) => existsSync(folder));
}
