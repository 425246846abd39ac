import { closeDatabase } from "@/lib/db/client";
import { CONFIGURATION_EXIT_CODE, ConfigurationError } from "@/lib/env";
import { assertKeysFit, countKeys, resealOldValues } from "@/lib/jobs/data-keys";
import { keyWords } from "@/lib/messages/keys";

/** `npm run keys:rotate`: seals everything anew under the first key and prints what stands under which. Ends with 1 where something is left under another. */
async function main(): Promise<void> {
  try {
    await assertKeysFit();
    const { resealed, unopened } = await resealOldValues();
    const figures = await countKeys();
    console.log(keyWords.resealed(resealed));
    for (const figure of figures) console.log(keyWords.figure(figure));
    if (unopened > 0) console.log(keyWords.unopened(unopened));
    process.exitCode = figures.every(({ use, values }) => use === "SEALS" || values === 0) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = CONFIGURATION_EXIT_CODE;
  } finally {
    await closeDatabase();
  }
}

void main();
