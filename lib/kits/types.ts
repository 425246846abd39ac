import type { CivilDate } from "@/lib/time/calendar";

/** Only an OPERATIONAL kit goes out; DEFECT waits for repair, RETIRED never comes back. */
export const kitStates = ["OPERATIONAL", "DEFECT", "IN_REPAIR", "RETIRED"] as const;
export type KitState = (typeof kitStates)[number];

export const kitVerbs = ["reportDefect", "sendToRepair", "returnToService", "retire"] as const;
export type KitVerb = (typeof kitVerbs)[number];

export const kitTransitions = {
  reportDefect: { OPERATIONAL: "DEFECT" },
  sendToRepair: { OPERATIONAL: "IN_REPAIR", DEFECT: "IN_REPAIR" },
  returnToService: { DEFECT: "OPERATIONAL", IN_REPAIR: "OPERATIONAL" },
  retire: { OPERATIONAL: "RETIRED", DEFECT: "RETIRED", IN_REPAIR: "RETIRED" },
} as const satisfies Record<KitVerb, Partial<Record<KitState, KitState>>>;

export const componentKinds = [
  "LAPTOP",
  "PRINTER",
  "SCANNER",
  "FINGERPRINT_SCANNER",
  "LTE_ROUTER",
  "CAMERA",
  "CHANGE_TERMINAL",
  "PHOTO_SCREEN",
] as const;
export type ComponentKind = (typeof componentKinds)[number];

export const componentStates = ["WORKING", "DEFECT", "MISSING"] as const;
export type ComponentState = (typeof componentStates)[number];

export const consumableKinds = ["PIN_ENVELOPE", "PROVISIONAL_BLANK", "ADDRESS_STICKER", "PAPER", "INK", "LEAFLET"] as const;
export type ConsumableKind = (typeof consumableKinds)[number];

/** What decides whether a kit can be used on a day. */
export type KitFacts = {
  readonly label: string;
  readonly state: KitState;
  /** First day of service; null means from the beginning. */
  readonly inServiceFromOn: CivilDate | null;
  /** First day after the contract has ended; null while it runs on. */
  readonly contractEndsOn: CivilDate | null;
};

/** A shortage of something countable in the kit (R42); a warning before departure. */
export type Shortage = { readonly kind: ConsumableKind; readonly needed: number; readonly inStock: number };

export type KitRefusal =
  | { readonly code: "kit.wrongState"; readonly label: string; readonly state: KitState; readonly verb: KitVerb }
  | { readonly code: "kit.notOperational"; readonly label: string; readonly state: Exclude<KitState, "OPERATIONAL"> }
  | { readonly code: "kit.notYetInService"; readonly label: string; readonly fromOn: CivilDate }
  | { readonly code: "kit.contractEnded"; readonly label: string; readonly endedOn: CivilDate };
