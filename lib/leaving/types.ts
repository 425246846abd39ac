/** Why somebody does not come to an announced visit, as the house says it. It says something of health or custody: kept sealed, in no mail and in no log. */
export const leaveReasons = ["NOT_THIS_TIME", "NOT_WANTED", "IN_HOSPITAL", "TRANSFERRED", "RELEASED", "DECEASED"] as const;
export type LeaveReason = (typeof leaveReasons)[number];

/** What follows: WAIT goes back to those who wait for a visit, WITHDRAW ends what was asked for, GONE ends everything that is open and the entry in the list (R49). */
export const leaveConsequence = {
  NOT_THIS_TIME: "WAIT",
  NOT_WANTED: "WITHDRAW",
  IN_HOSPITAL: "WAIT",
  TRANSFERRED: "GONE",
  RELEASED: "GONE",
  DECEASED: "GONE",
} as const satisfies Record<LeaveReason, "WAIT" | "WITHDRAW" | "GONE">;
export type LeaveConsequence = (typeof leaveConsequence)[LeaveReason];

export type LeavingRefusal = { readonly code: "leaving.notInVisit" };
