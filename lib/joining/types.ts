import type { Service } from "@/lib/cases/types";
import type { CivilDate } from "@/lib/time/calendar";

/** Somebody of the house who waits for a visit and could take a free place in an announced one. */
export type Candidate = {
  readonly residentId: string;
  readonly lastName: string;
  readonly firstNames: string;
  readonly services: readonly Service[];
  readonly minutes: number;
  readonly dueOn: CivilDate | null;
  /** Whether the free time is enough; otherwise the visit has to last longer, which its tour decides. */
  readonly isFitting: boolean;
};

/** How much of an announced visit is free, until when it can be given to somebody, and to whom. */
export type FreePlace = { readonly freeMinutes: number; readonly fixedAt: Date; readonly isOpen: boolean; readonly candidates: readonly Candidate[] };

/** With what somebody of the list joins without a request that the office decides; a provisional card needs a stated reason and so a request (R35). */
export const joiningServices = ["ID_CARD", "ADDRESS_CHANGE"] as const satisfies readonly Service[];

export type JoiningRefusal =
  | { readonly code: "joining.notWaiting" }
  | { readonly code: "joining.alreadyInVisit" }
  | { readonly code: "joining.cardNotReady"; readonly fromOn: CivilDate }
  | { readonly code: "joining.noTime"; readonly minutes: number; readonly freeMinutes: number }
  | { readonly code: "joining.needsRequest"; readonly label: string };
