import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { prisma } from "../prisma.mjs";
import { checkout } from "./checkout.mjs";
import { run } from "./run.mjs";
import { hashOf, rootFiles } from "./sources.mjs";

/** Does the work only where `mark` does not say that it was done from the same sources. Answers { code, output, isKept }. */
async function once(mark, paths, results, work) {
  const hash = hashOf(paths);
  const file = join(checkout, mark);
  const isKept = existsSync(file) && readFileSync(file, "utf8") === hash && results.every((result) => existsSync(join(checkout, result)));
  if (isKept) return { code: 0, output: "", isKept };
  const { code, output } = await work();
  if (code === 0) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, hash);
  }
  return { code, output, isKept: false };
}

/** Generates the Prisma client where the models changed. */
export function generateClient() {
  const sources = ["prisma/schema", "prisma/prisma.config.ts", "package-lock.json"];
  return once("prisma/generated/made-from", sources, ["prisma/generated/client"], () => prisma(["generate"]));
}

/** Builds the pages where their sources changed. The mark lies in the build itself, which Next empties on each run. */
export function buildPages() {
  const sources = ["app", "lib", "emails", "public", "prisma/schema", ...rootFiles()];
  const next = join(checkout, "node_modules", "next", "dist", "bin", "next");
  const tsx = join(checkout, "node_modules", "tsx", "dist", "cli.mjs");
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", TZ: "UTC" };
  return once(".next/made-from", sources, [".next/BUILD_ID"], async () => {
    // Whatever is reachable must stand in the access table, or there is no build.
    const access = await run(process.execPath, [tsx, "scripts/access.ts", "--check"], { env });
    return access.code === 0 ? run(process.execPath, [next, "build"], { env }) : access;
  });
}
