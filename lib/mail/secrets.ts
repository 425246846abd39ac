import type { MailFactsByKind, MailKind } from "@/emails/types";

/** Mails that hold a secret: their facts are emptied once they are sent or given up, so they cannot be sent again. */
const SECRET_KINDS: readonly string[] = ["sign-in-code"] satisfies readonly MailKind[];

export function holdsSecret(kind: string): boolean {
  return SECRET_KINDS.includes(kind);
}

const MINUTE_MS = 60_000;

/** Whether a sign-in code is of no use any more; other mails stay worth sending. */
export function isExpired(order: { readonly kind: string; readonly facts: unknown; readonly createdAt: Date }, now: Date): boolean {
  if (!holdsSecret(order.kind)) return false;
  const { minutesValid } = order.facts as Partial<MailFactsByKind["sign-in-code"]>;
  return now.getTime() >= order.createdAt.getTime() + (minutesValid ?? 0) * MINUTE_MS;
}
