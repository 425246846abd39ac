/** A reset that waits for a second person. */
export type ResetLine = {
  readonly id: string;
  readonly userName: string;
  readonly askedByName: string;
  readonly askedAt: Date;
  readonly expiresAt: Date;
  /** Whether this person may confirm it, or why not. */
  readonly standing: "MAY_CONFIRM" | "ASKED_ONESELF" | "OWN" | "OTHERS_DECIDE";
};

export type Candidate = { readonly id: string; readonly name: string };

export type ResetRefusal =
  | { readonly code: "reset.ownFactors" }
  | { readonly code: "reset.secondPersonNeeded" }
  | { readonly code: "reset.alreadyAsked" }
  | { readonly code: "reset.nothingToReset" }
  | { readonly code: "reset.over" };
