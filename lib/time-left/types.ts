import type { ReleaseDays } from "@/lib/releases/types";

/** How pressing a release is: a card no longer comes in time; somebody must ask now; there is time; the duty has not begun; nobody knows the day. */
export const timeBands = ["LATE", "URGENT", "IN_TIME", "NOT_BEGUN", "UNKNOWN"] as const;
export type TimeBand = (typeof timeBands)[number];

/** Whose release a list shows: everybody, or whoever needs a card and stands in no request. */
export const timeLeftGroups = ["ALL", "TO_ASK"] as const;
export type TimeLeftGroup = (typeof timeLeftGroups)[number];

export const timeLeftOrders = ["RELEASE", "NAME"] as const;
export type TimeLeftOrder = (typeof timeLeftOrders)[number];

export type TimeLeftSelection = { readonly group: TimeLeftGroup; readonly band: TimeBand | null; readonly order: TimeLeftOrder };

/** Somebody's place in the list: no name, only what it is ordered and chosen by. */
export type Placed = { readonly id: string; readonly band: TimeBand; readonly days: ReleaseDays | null };
