import type { Tx } from "@/lib/db/client";
import type { MailRecipient } from "@/lib/mail/types";

/** The addresses of members of a crew; who has no account, or a disabled one, gets no mail. */
export async function crewAddresses(tx: Tx, staffIds: readonly string[]): Promise<readonly MailRecipient[]> {
  const users = await tx.user.findMany({ where: { staffId: { in: [...staffIds] }, disabledAt: null }, select: { email: true, displayName: true }, orderBy: { id: "asc" } });
  return users.map(({ email, displayName }) => ({ address: email, name: displayName }));
}
