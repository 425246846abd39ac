/** Makes the test build: the portal with a switch at each of its checks, below `.data/test-build`. It is never the build that a city runs. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { withSwitches, type Weakening } from "@/scripts/security/weaken";
import { hashOf, rootFiles } from "@/scripts/setup/sources.mjs";

const checkout = fileURLToPath(new URL("../../", import.meta.url));
const target = join(checkout, ".data/test-build");
const FOLDERS = ["app", "lib", "emails", "public", "prisma", "scripts"];
const FILES = ["server.ts", "worker.ts", "proxy.ts", "instrumentation.ts", "next.config.js", "tsconfig.json", "package.json"];
/** The name by which the switch would be recognised in a production build. */
const SWITCH_FILE = "PORTAL_WEAKENED_BY";

const SWITCH = `import { appendFileSync, existsSync, readFileSync } from "node:fs";

/** Whether a check is switched off. Names stand in the file that ${SWITCH_FILE} names, one on each line; what is asked is noted beside it where somebody made that file. */
export function weakened(name: string): boolean {
  const file = process.env.${SWITCH_FILE};
  if (!file) return false;
  if (existsSync(\`\${file}.asked\`)) appendFileSync(\`\${file}.asked\`, \`\${name}\\n\`);
  const names = readFileSync(file, "utf8").split("\\n");
  return names.includes(name) || names.includes(\`\${name.split(":")[0]}:*\`);
}
`;

const mark = join(target, "made-from");
const hash = hashOf([...FOLDERS, ...rootFiles()]);
if (existsSync(mark) && readFileSync(mark, "utf8") === hash) {
  console.log("The test build is up to date.");
} else {
  make();
  writeFileSync(mark, hash);
}

function make(): void {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const name of [...FOLDERS, ...FILES]) if (existsSync(join(checkout, name))) cpSync(join(checkout, name), join(target, name), { recursive: true });
  const weakenings: Weakening[] = [];
  for (const file of sources()) {
    const made = withSwitches(file, readFileSync(join(target, file), "utf8"));
    weakenings.push(...made.weakenings);
    writeFileSync(join(target, file), made.text);
  }
  for (const file of styles()) {
    const path = join(target, file);
    const up = `${relative(dirname(path), join(checkout, "node_modules"))}/`;
    writeFileSync(path, readFileSync(path, "utf8").replace(/(?:\.\.\/){1,12}node_modules\//g, up));
  }
  writeFileSync(join(target, "lib/auth/weakened.ts"), SWITCH);
  writeFileSync(join(target, "weakenings.json"), JSON.stringify(weakenings, null, 2));
  // The packages lie in the checkout, above this folder.
  writeFileSync(join(target, "next.config.js"), `${readFileSync(join(target, "next.config.js"), "utf8")}\nmodule.exports.turbopack = { root: ${JSON.stringify(checkout)} };\n`);
  const next = join(checkout, "node_modules/next/dist/bin/next");
  const { status } = spawnSync(process.execPath, [next, "build"], { cwd: target, stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", TZ: "UTC" } });
  if (status !== 0) throw new Error("the test build failed");
  console.log(`The test build has ${weakenings.length} switches.`);
}

function sources(): readonly string[] {
  const below = ["app", "lib", "emails"].flatMap((folder) => readdirSync(join(target, folder), { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`));
  return [...below.filter((file) => /\.tsx?$/.test(file)), "proxy.ts"];
}

function styles(): readonly string[] {
  return readdirSync(join(target, "app"), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".css")).map((file) => `app/${file}`);
}
