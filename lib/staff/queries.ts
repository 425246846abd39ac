import type { Scope } from "@/lib/auth/scope";
import { civil, civilOrNull } from "@/lib/db/civil";
import type { Tx } from "@/lib/db/client";
import { inScope } from "@/lib/db/in-scope";
import { isPlanner } from "@/lib/reservations/queries";
import type { StaffFacts } from "@/lib/staff/types";

export type StaffLine = StaffFacts & { readonly initials: string };

/** What the rules ask of a member of staff: R51 counts certificates for the kit. */
export const staffFactsSelect = {
  id: true,
  displayName: true,
  initials: true,
  isActive: true,
  trainings: { where: { kind: "KIT_OPERATION" }, select: { validFromOn: true, validUntilOn: true }, orderBy: { validFromOn: "asc" } },
} as const;

type StaffRow = {
  readonly id: string;
  readonly displayName: string;
  readonly initials: string;
  readonly isActive: boolean;
  readonly trainings: readonly { readonly validFromOn: Date; readonly validUntilOn: Date | null }[];
};

/** A row as the rules read it. */
export function staffLineOf({ id, displayName, initials, isActive, trainings }: StaffRow): StaffLine {
  const certificates = trainings.map(({ validFromOn, validUntilOn }) => ({ validFromOn: civil(validFromOn), validUntilOn: civilOrNull(validUntilOn) }));
  return { staffId: id, label: displayName, initials, isActive, trainings: certificates };
}

/** The active members of staff by name, inside a transaction. */
export async function activeStaff(tx: Tx): Promise<readonly StaffLine[]> {
  const rows = await tx.staffMember.findMany({ where: { isActive: true }, select: staffFactsSelect, orderBy: { displayName: "asc" } });
  return rows.map(staffLineOf);
}

/** The active members of staff by name, with their certificates. Nothing about how much or how well somebody works. */
export async function listStaff(scope: Scope): Promise<readonly StaffLine[]> {
  return isPlanner(scope) ? inScope(scope, activeStaff) : [];
}
