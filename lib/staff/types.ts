import type { CivilDate } from "@/lib/time/calendar";

/** A training certificate, half-open [validFromOn, validUntilOn); null means without end. */
export type Training = { readonly validFromOn: CivilDate; readonly validUntilOn: CivilDate | null };

/** What decides whether somebody can be on a crew. */
export type StaffFacts = {
  readonly staffId: string;
  readonly label: string;
  readonly isActive: boolean;
  readonly trainings: readonly Training[];
};

export type StaffRefusal =
  | { readonly code: "staff.inactive"; readonly label: string }
  | { readonly code: "staff.neverTrained"; readonly label: string; readonly date: CivilDate }
  | { readonly code: "staff.trainingNotValid"; readonly label: string; readonly date: CivilDate; readonly lastValidOn: CivilDate | null; readonly validAgainFromOn: CivilDate | null };
