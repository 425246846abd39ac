import { run } from "../setup/run.mjs";
import { typescriptArgs } from "../start/services.mjs";

/** The step behind the migrations, as the owner of the tables: seals what they set aside (scripts/seal-held.ts). Answers { code, output }. */
export function sealHeld(env) {
  return run(process.execPath, typescriptArgs("scripts/seal-held.ts"), { env });
}
