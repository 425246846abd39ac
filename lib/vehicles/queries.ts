import type { Scope } from "@/lib/auth/scope";
import { inScope } from "@/lib/db/in-scope";
import { isPlanner } from "@/lib/reservations/queries";
import type { Vehicle } from "@/lib/vehicles/types";

/** The fleet by label; vehicles out of use come last. */
export async function listVehicles(scope: Scope): Promise<readonly Vehicle[]> {
  if (!isPlanner(scope)) return [];
  return inScope(scope, (tx) => tx.vehicle.findMany({ select: { id: true, label: true, plate: true, isActive: true }, orderBy: [{ isActive: "desc" }, { label: "asc" }] }));
}
