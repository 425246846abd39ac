/** Prints how the portal stands towards each requirement of the ASVS that it takes on. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";

type Requirement = { readonly id: string; readonly level: number; readonly status: string; readonly how: string; readonly evidence: readonly { readonly file: string; readonly title: string }[] };

const root = fileURLToPath(new URL("../../", import.meta.url));
const { standard, requirements } = JSON.parse(readFileSync(join(root, "security/asvs.json"), "utf8")) as { standard: string; requirements: readonly Requirement[] };

console.log(standard);
for (const { id, level, status, how, evidence } of requirements) console.log([id.padEnd(7), `L${level}`, status.padEnd(18), how, evidence.map(({ file, title }) => `[${file}: ${title}]`).join(" ")].join("  ").trimEnd());
const counts = new Map<string, number>();
for (const { status } of requirements) counts.set(status, (counts.get(status) ?? 0) + 1);
console.log(`\n${requirements.length} requirements: ${[...counts].map(([status, count]) => `${count} ${status}`).join(", ")}`);
