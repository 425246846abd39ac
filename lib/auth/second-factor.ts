import type { FactorKind, FactorWay } from "@/lib/factors/types";
import type { Role } from "@/lib/auth/types";

/** The roles that nobody works in without a second factor: they decide, administer, oversee, or know who is in prison. */
export const ROLES_WITH_FACTOR: readonly Role[] = ["TEAM_LEAD", "ADMINISTRATOR", "DATA_PROTECTION_OFFICER", "PRISON_SOCIAL_SERVICE"];
/** For how long a proof is fresh enough for an essential change (CON.10.A12). */
export const FRESH_MINUTES = 10;
/** How long somebody may take between the first factor and the second; then the sign-in begins anew. */
export const CLAIM_MINUTES = 30;

/** What a session has of a second factor: when it was proved last, and how many its person has set up. */
export type FactorState = { readonly factorAt: Date | null; readonly factors: number };

/** Whether the roles ask for a second factor. All open roles of the person count, because one may switch between them. */
export function isFactorRequired(roles: readonly Role[]): boolean {
  return roles.some((role) => ROLES_WITH_FACTOR.includes(role));
}

/**
 * Whether a session still owes its second factor and therefore is nobody: no page and no form but those of `/login/factor` answer it. It owes one when a
 * role of its person requires it, and also when the person has set one up without having to.
 */
export function sessionNeedsFactor({ factorAt, factors }: FactorState, roles: readonly Role[]): boolean {
  return factorAt === null && (factors > 0 || isFactorRequired(roles));
}

/** Whether somebody proved who he or she is within the last ten minutes. */
export function isFresh(provenAt: Date, now: Date): boolean {
  return now.getTime() - provenAt.getTime() < FRESH_MINUTES * 60_000;
}

/** Somebody who holds a session: signed in with the first factor, perhaps not yet with the second. */
export type Holder = FactorState & {
  readonly userId: string;
  readonly displayName: string;
  readonly email: string;
  readonly sessionId: string;
  readonly startedAt: Date;
  readonly factorWay: FactorWay | null;
  /** The kinds of the factors that are set up, for what the page offers. */
  readonly kinds: readonly FactorKind[];
  readonly isRequired: boolean;
};
