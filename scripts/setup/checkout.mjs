import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds package.json. */
export const checkout = fileURLToPath(new URL("../../", import.meta.url)).replace(/\/$/, "");

/** The folder for everything that is kept between two starts. */
export function dataDirOf(env = process.env) {
  return resolve(checkout, env.DATA_DIR || ".data");
}
