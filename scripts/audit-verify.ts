import { verifyChain, type KeptHead } from "@/lib/audit/verify";
import { scopeOf } from "@/lib/auth/scope";
import { ConfigurationError } from "@/lib/env";
import { auditVerifyWords as words } from "@/lib/messages/audit";
import { command } from "@/scripts/command";

/** The head that was kept outside: `--head <place>:<hash>`, as an earlier run printed it. Throws ConfigurationError for anything else. */
function keptHead(args: readonly string[]): KeptHead | null {
  if (args.length === 0) return null;
  const [, sequence, hash] = /^(\d{1,18}):([0-9a-f]{64})$/.exec(args[1] ?? "") ?? [];
  if (args[0] !== "--head" || args.length !== 2 || !sequence || !hash) throw new ConfigurationError(words.badHead);
  return { sequence: BigInt(sequence), hash };
}

/** `npm run audit:verify`: computes the whole chain of the audit log anew, prints figure and head, and ends with 1 where something does not fit. */
async function main(): Promise<void> {
  const state = await verifyChain(scopeOf({ kind: "system", job: "verifyAudit" }), keptHead(process.argv.slice(2)));
  console.log(words.figure(state.checked, state.unsealed));
  if (state.firstSequence > 1n) console.log(words.removed(String(state.firstSequence - 1n)));
  if (state.head) console.log(words.head(String(state.head.sequence), state.head.hash));
  console.log(state.faults.length === 0 ? words.whole : words.broken(state.faults.length));
  for (const { kind, sequence, entryId } of state.faults) console.log(words.fault(kind, sequence === null ? null : String(sequence), entryId));
  process.exitCode = state.faults.length === 0 ? 0 : 1;
}

void command(main);
