import { readFileSync } from "node:fs";
import { join } from "node:path";
import { recordOfProcessing } from "@/lib/privacy/record";
import { personalColumns } from "@/lib/privacy/register";

const record = recordOfProcessing();

test("the record names every column with personal data", () => {
  const missing = personalColumns.filter(({ table, column }) => !record.split("\n").some((line) => line.startsWith(`| ${table} |`) && new RegExp(`[| ,]${column}[ ,]`).test(line)));
  expect(missing).toEqual([]);
});

test("the record that is kept with the sources says what the classification says: npm run privacy:record", () => {
  expect(readFileSync(join(__dirname, "../../../docs/privacy-record.md"), "utf8")).toBe(record);
});
