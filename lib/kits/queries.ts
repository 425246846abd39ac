import type { Scope } from "@/lib/auth/scope";
import { civilOrNull } from "@/lib/db/civil";
import type { Tx } from "@/lib/db/client";
import { inScope } from "@/lib/db/in-scope";
import { consumableKinds, type ComponentKind, type ComponentState, type ConsumableKind, type KitFacts, type Shortage } from "@/lib/kits/types";
import { shortagesOf } from "@/lib/kits/rules";
import { isPlanner } from "@/lib/reservations/queries";

export type KitLine = KitFacts & { readonly id: string; readonly version: number };

/** A kit with all that is in it. */
export type KitInventory = KitLine & {
  readonly hasCertifiedCamera: boolean;
  readonly components: readonly { readonly id: string; readonly kind: ComponentKind; readonly inventoryTag: string; readonly state: ComponentState }[];
  readonly consumables: readonly { readonly kind: ConsumableKind; readonly count: number; readonly minimum: number }[];
  /** What has fallen below its minimum (R42). */
  readonly shortages: readonly Shortage[];
};

/** What the rules ask of a kit. */
export const kitFactsSelect = { id: true, label: true, state: true, inServiceFromOn: true, contractEndsOn: true, version: true } as const;

type KitRow = Omit<KitLine, "inServiceFromOn" | "contractEndsOn"> & { readonly inServiceFromOn: Date | null; readonly contractEndsOn: Date | null };

/** A row as the rules read it. */
export function kitLineOf({ inServiceFromOn, contractEndsOn, ...row }: KitRow): KitLine {
  return { ...row, inServiceFromOn: civilOrNull(inServiceFromOn), contractEndsOn: civilOrNull(contractEndsOn) };
}

/** The kits that still exist, by label. */
export async function kitLines(tx: Tx): Promise<readonly KitLine[]> {
  const rows = await tx.caseKit.findMany({ where: { state: { not: "RETIRED" } }, select: kitFactsSelect });
  return rows.map(kitLineOf).sort(byLabel);
}

/** Every kit with its components and consumables, by label. */
export async function listKits(scope: Scope): Promise<readonly KitInventory[]> {
  if (!isPlanner(scope)) return [];
  return inScope(scope, async (tx) => {
    const rows = await tx.caseKit.findMany({
      select: {
        ...kitFactsSelect,
        hasCertifiedCamera: true,
        components: { select: { id: true, kind: true, inventoryTag: true, state: true }, orderBy: { inventoryTag: "asc" } },
        consumables: { select: { kind: true, count: true, minimum: true } },
      },
    });
    return rows.map(({ hasCertifiedCamera, components, consumables, ...row }) => ({ ...kitLineOf(row), hasCertifiedCamera, components, consumables: inFixedOrder(consumables), shortages: belowMinimum(consumables) })).sort(byLabel);
  });
}

type Stock = KitInventory["consumables"];

function inFixedOrder(stock: Stock): Stock {
  return [...stock].sort((a, b) => consumableKinds.indexOf(a.kind) - consumableKinds.indexOf(b.kind));
}

function belowMinimum(stock: Stock): readonly Shortage[] {
  const counted = Object.fromEntries(stock.map(({ kind, count }) => [kind, count]));
  const wanted = Object.fromEntries(stock.map(({ kind, minimum }) => [kind, minimum]));
  return shortagesOf(counted, wanted);
}

/** Labels end in a number: Koffer 2 stands before Koffer 10. */
export function byLabel(a: { readonly label: string }, b: { readonly label: string }): number {
  return a.label.localeCompare(b.label, "de", { numeric: true });
}
