import { kitTransitions, type ConsumableKind, type KitFacts, type KitRefusal, type KitState, type KitVerb, type Shortage } from "@/lib/kits/types";
import type { ParameterValues } from "@/lib/law/parameters";
import { getsPinEnvelope } from "@/lib/law/validity";
import type { CivilDate } from "@/lib/time/calendar";
import type { Range } from "@/lib/time/range";

/** The state after a verb, or null where the verb does not apply. */
export function nextKitState(state: KitState, verb: KitVerb): KitState | null {
  const row: Partial<Record<KitState, KitState>> = kitTransitions[verb];
  return row[state] ?? null;
}

/** R50: a kit goes out only operational, in service and under contract on the day of the tour. */
export function kitRefusal(kit: KitFacts, date: CivilDate): KitRefusal | null {
  const { label, state } = kit;
  if (state !== "OPERATIONAL") return { code: "kit.notOperational", label, state };
  if (kit.inServiceFromOn !== null && date < kit.inServiceFromOn) return { code: "kit.notYetInService", label, fromOn: kit.inServiceFromOn };
  if (kit.contractEndsOn !== null && kit.contractEndsOn <= date) return { code: "kit.contractEnded", label, endedOn: kit.contractEndsOn };
  return null;
}

/** R52: from when until when a kit - and with it crew and vehicle - is taken: from leaving the depot until being back. */
export function takenRange(frame: { readonly departsAt: Date; readonly returnsAt: Date }): Range<Date> {
  return { from: frame.departsAt, until: frame.returnsAt };
}

/** R42: how many sealed PIN envelopes the applications of a day need. */
export function pinEnvelopesNeeded(applicantsBornOn: readonly CivilDate[], appliesOn: CivilDate, parameters: ParameterValues): number {
  return applicantsBornOn.filter((bornOn) => getsPinEnvelope(bornOn, "NONE", appliesOn, parameters)).length;
}

/** R42: what is short in a kit for a day, as a warning before departure; a kind that is not counted in the kit counts as none in stock. */
export function shortagesOf(stock: Readonly<Partial<Record<ConsumableKind, number>>>, needs: Readonly<Partial<Record<ConsumableKind, number>>>): readonly Shortage[] {
  const kinds = Object.keys(needs) as readonly ConsumableKind[];
  return kinds.map((kind) => ({ kind, needed: needs[kind] ?? 0, inStock: stock[kind] ?? 0 })).filter((one) => one.inStock < one.needed);
}
