import { appendFileSync } from "node:fs";

/** Whether this run is the whole one (`npm run test:security`) or the sample that `npm test` takes. */
export const isFull = process.env.SECURITY_SIZE === "full";

/** How many of something this run takes. */
export function sized({ sample, full }: { readonly sample: number; readonly full: number }): number {
  return isFull ? full : sample;
}

/** Leaves one figure for the line that the run prints: `name: value`. Without a run that collects figures nothing is left. */
export function figure(name: string, value: number | string): void {
  const file = process.env.SECURITY_FIGURES;
  if (file) appendFileSync(file, `${name}: ${value}\n`);
}
