import type { GateDevice } from "@/lib/gate/types";
import type { ComponentKind, ComponentState } from "@/lib/kits/types";

/** Devices that can send by mobile radio: behind the walls they need the permission of the prison's management (§ 67 StVollzG NRW). */
const RADIO: readonly ComponentKind[] = ["LTE_ROUTER", "LAPTOP"];

/** What of a kit stands on the list: everything that comes along. What is missing does not come. */
export function gateDevicesOf(components: readonly { readonly kind: ComponentKind; readonly inventoryTag: string; readonly state: ComponentState }[]): readonly GateDevice[] {
  return components.filter(({ state }) => state !== "MISSING").map(({ kind, inventoryTag }) => ({ kind, inventoryTag, isRadio: RADIO.includes(kind), isCamera: kind === "CAMERA" }));
}
