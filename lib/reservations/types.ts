import type { Range } from "@/lib/time/range";
import type { ReservationPurpose, ResourceKind } from "@/lib/tours/types";

/** A kit, a member of staff or a vehicle. */
export type Resource = { readonly kind: ResourceKind; readonly id: string };

/** Why somebody or something is away; at people only the office sees it, and the audit log never. */
export const absenceReasons = ["ILLNESS", "LEAVE", "TRAINING", "DEFECT", "MAINTENANCE", "OTHER"] as const;
export type AbsenceReason = (typeof absenceReasons)[number];

/** A range in which a resource is taken; `place` names where that tour goes, null where it goes nowhere yet or is no tour. */
export type TakenRange = Range<Date> & {
  readonly resource: Resource;
  readonly label: string;
  readonly purpose: ReservationPurpose;
  readonly place: string | null;
};
