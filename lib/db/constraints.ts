import type { Refusal } from "@/lib/refusals";

/** Which refusal a violated guard means. A constraint that is not listed here is a bug when it fires, and stays an exception. */
const REFUSAL_OF_CONSTRAINT: Readonly<Record<string, Refusal>> = {
  reservation_no_overlap: { code: "resource.justTaken" },
  visit_no_overlap_in_tour: { code: "tour.justChanged" },
  appointment_case_open_once: { code: "case.alreadyInVisit" },
  case_once_per_request: { code: "case.alreadyInRequest" },
  membership_once: { code: "user.membershipExists" },
  user_email_unique: { code: "user.addressTaken" },
  factor_credential_unique: { code: "factor.passkeyKnown" },
  resident_not_restricted: { code: "subject.restricted" },
  resident_restricted_once: { code: "stale" },
  resident_recognised_once: { code: "resident.justListed" },
  legal_parameter_once_per_day: { code: "parameter.justAdded" },
  submission_once: { code: "form.twice" },
};

/** The guards of the database on whose names a refusal hangs. */
export const constraintsWithRefusal: readonly string[] = Object.keys(REFUSAL_OF_CONSTRAINT);

const RETRYABLE = new Set(["40001", "40P01"]);

/** The refusal for a violated named guard, or null for every other error. */
export function refusalForViolation(error: unknown): Refusal | null {
  const name = violatedConstraint(error);
  return (name && REFUSAL_OF_CONSTRAINT[name]) || null;
}

/** PostgreSQL ended a statement that waited too long; Prisma got no connection, or its transaction took too long. */
const OUT_OF_TIME = new Set(["57014", "P2028"]);

/** The refusal for a change that found no time in a rush: nothing was kept of it, and pressing again is right. Null for every other error. */
export function refusalForOverload(error: unknown): Refusal | null {
  const codes = [causeOf(error)?.originalCode, (error as { code?: unknown } | null)?.code];
  return codes.some((code) => typeof code === "string" && OUT_OF_TIME.has(code)) ? { code: "busy" } : null;
}

/** Whether the database asked for the transaction to be run again: serialisation failure or deadlock. */
export function isWorthRetrying(error: unknown): boolean {
  const code = causeOf(error)?.originalCode;
  return typeof code === "string" && RETRYABLE.has(code);
}

/** The name of the constraint that a driver error reports. Its text is never logged: it contains values. */
export function violatedConstraint(error: unknown): string | null {
  const message = causeOf(error)?.originalMessage;
  return typeof message === "string" ? (/constraint "([^"]+)"/.exec(message)?.[1] ?? null) : null;
}

type Cause = { readonly originalCode?: unknown; readonly originalMessage?: unknown };

function causeOf(error: unknown): Cause | null {
  const known = error as { meta?: { driverAdapterError?: { cause?: Cause } }; cause?: Cause } | null;
  return known?.meta?.driverAdapterError?.cause ?? known?.cause ?? null;
}
