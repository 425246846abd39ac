/** Somebody who may sign in for a house. The name is what the house's lead typed, where a lead did; never what the account is called elsewhere. */
export type Colleague = {
  /** The membership. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly isLead: boolean;
  readonly isSelf: boolean;
  /** Nobody has signed in for this house with the account, as far as sessions are kept. */
  readonly isAwaited: boolean;
};

export type Colleagues = { readonly people: readonly Colleague[]; /** Whether the viewer leads the house. */ readonly isLead: boolean };

export type ColleagueRefusal =
  | { readonly code: "colleague.leadOnly" }
  | { readonly code: "colleague.alreadyHere" }
  | { readonly code: "colleague.yourself" };
