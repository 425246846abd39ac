/** `npm run rules:table` writes docs/rules.md. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rulePlaces, rulesPage } from "@/scripts/rules/table";

const root = fileURLToPath(new URL("../", import.meta.url));
const places = rulePlaces(root);
writeFileSync(join(root, "docs/rules.md"), rulesPage(places));
console.log(`${places.length} rules in docs/rules.md, ${places.filter(({ tests }) => tests.length === 0).length} without a test of their name.`);
