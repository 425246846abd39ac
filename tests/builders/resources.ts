import { dateColumn } from "@/lib/db/civil";
import { componentKinds, consumableKinds } from "@/lib/kits/types";
import type { CaseKit, KitComponent, KitConsumable, StaffMember, Training, Vehicle } from "@/prisma/generated/client/client";
import { BUILT_AT, idOf, nextNumber } from "./ids";

/** An operational kit under contract. */
export function aKit(overrides: Partial<CaseKit> = {}): CaseKit {
  const number = nextNumber();
  return { id: idOf(`kit ${number}`), label: `Koffer T${number}`, state: "OPERATIONAL", hasCertifiedCamera: true, inServiceFromOn: null, contractEndsOn: null, version: 1, ...overrides };
}

/** Every component that belongs into a kit, in order. */
export function componentsOf(kit: CaseKit): readonly KitComponent[] {
  return componentKinds.map((kind, index) => ({ id: idOf(`${kit.id} ${kind}`), kitId: kit.id, kind, inventoryTag: `BK-${kit.id.slice(-4).toUpperCase()}-${index + 1}`, state: "WORKING" }));
}

/** Enough of everything that is used up. */
export function consumablesOf(kit: CaseKit): readonly KitConsumable[] {
  return consumableKinds.map((kind) => ({ kitId: kit.id, kind, count: 40, minimum: 10, updatedAt: BUILT_AT }));
}

/** Somebody of the Bürgerdienste; on a crew only together with `trainingOf`. */
export function aStaffMember(overrides: Partial<StaffMember> = {}): StaffMember {
  const number = nextNumber();
  return { id: idOf(`staff ${number}`), displayName: `Kollegin ${number}`, initials: `K${number}`, email: `kollegin${number}@stadt.example`, isActive: true, version: 1, ...overrides };
}

/** A certificate for the kit, valid without end. */
export function trainingOf(member: StaffMember, overrides: Partial<Training> = {}): Training {
  return { id: idOf(`training ${nextNumber()}`), staffId: member.id, kind: "KIT_OPERATION", validFromOn: dateColumn("2024-01-01"), validUntilOn: null, ...overrides };
}

/** A car of the fleet. */
export function aVehicle(overrides: Partial<Vehicle> = {}): Vehicle {
  const number = nextNumber();
  return { id: idOf(`vehicle ${number}`), label: `Wagen T${number}`, plate: `DO-BK ${number}`, isActive: true, version: 1, ...overrides };
}
