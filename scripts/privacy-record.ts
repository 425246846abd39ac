/** Writes docs/privacy-record.md: the record of processing and of technical measures, from the classification of every column. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { recordOfProcessing } from "@/lib/privacy/record";

writeFileSync(join(__dirname, "../docs/privacy-record.md"), recordOfProcessing());
