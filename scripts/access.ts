/** `--check` ends with an error when something is reachable that the access table does not know; `--write` writes the table as docs/access.md. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { accessEntries } from "@/scripts/access/entries";
import { accessPage } from "@/scripts/access/table";

const root = fileURLToPath(new URL("../", import.meta.url));
const { entries, faults } = accessEntries(root);
if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exit(1);
}
if (process.argv.includes("--write")) writeFileSync(join(root, "docs/access.md"), accessPage(entries));
console.log(`${entries.length} addresses and actions stand in the access table.`);
