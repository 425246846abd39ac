import { recordOfProcessing } from "@/lib/privacy/record";
import { personalColumns } from "@/lib/privacy/register";

const record = recordOfProcessing();

test("the record names every column with personal data", () => {
  const missing = personalColumns.filter(({ table, column }) => !record.split("\n").some((line) => line.startsWith(`| ${table} |`) && new RegExp(`[| ,]${column}[ ,]`).test(line)));
  expect(missing).toEqual([]);
});
