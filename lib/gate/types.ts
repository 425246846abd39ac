import type { ComponentKind } from "@/lib/kits/types";
import type { CivilDate } from "@/lib/time/calendar";

/** What a prison's gate checks before a crew comes in: nobody who is visited, and of the crew no more than the names (§ 22 JVollzDSG NRW asks for the rest at the gate, from the own ID). */
export type GateList = {
  readonly visitId: string;
  readonly reference: string;
  readonly house: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly crew: readonly string[];
  readonly vehicle: { readonly label: string; readonly plate: string };
  readonly kitLabel: string;
  readonly devices: readonly GateDevice[];
  readonly clearedOn: CivilDate | null;
  /** The last day on which the clearance counts (R57). */
  readonly neededOn: CivilDate;
};

export type GateDevice = { readonly kind: ComponentKind; readonly inventoryTag: string; readonly isRadio: boolean; readonly isCamera: boolean };
