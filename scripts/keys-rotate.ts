import { assertKeysFit, countKeys, resealOldValues } from "@/lib/jobs/data-keys";
import { keyWords } from "@/lib/messages/keys";
import { command } from "@/scripts/command";

/** `npm run keys:rotate`: seals everything anew under the first key and prints what stands under which. Ends with 1 where something is left under another. */
async function main(): Promise<void> {
  await assertKeysFit();
  const { resealed, unopened } = await resealOldValues();
  const figures = await countKeys();
  console.log(keyWords.resealed(resealed));
  for (const figure of figures) console.log(keyWords.figure(figure));
  if (unopened > 0) console.log(keyWords.unopened(unopened));
  process.exitCode = figures.every(({ use, values }) => use === "SEALS" || values === 0) ? 0 : 1;
}

void command(main);
