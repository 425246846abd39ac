import { recordAudit } from "@/lib/audit/record";
import { scopeOf } from "@/lib/auth/scope";
import type { SystemActor } from "@/lib/auth/types";
import { dateColumn, dateColumnOrNull } from "@/lib/db/civil";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { env } from "@/lib/env";
import { parameterUnits, seedParameters } from "@/lib/law/parameters";
import { orderMails } from "@/lib/mail/order";

const portal: SystemActor = { kind: "system", job: "prepare-database" };

/**
 * What a city's empty database needs before anybody can work: the dated values of the law, and the first administrator (FIRST_ADMIN_EMAIL), who is told by
 * mail how to sign in. Does nothing where either is there already, and nothing in the demo, which has its own.
 */
export async function prepareDatabase(): Promise<void> {
  if (env().mode !== "production") return;
  await inScope(scopeOf(portal), async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('prepare-database', 0))`;
    const now = await databaseNow(tx);
    if ((await tx.legalParameter.count()) === 0) {
      await tx.legalParameter.createMany({
        data: seedParameters.map(({ key, value, validFrom, validUntil, source, note }) => ({
          key,
          value,
          unit: parameterUnits[key],
          validFromOn: dateColumn(validFrom),
          validUntilOn: dateColumnOrNull(validUntil),
          source,
          note: note ?? "",
        })),
      });
    }
    const email = env().firstAdminEmail;
    if (!email || (await tx.user.count()) > 0) return;
    const user = await tx.user.create({ data: { email, displayName: email, createdAt: now } });
    const membership = await tx.membership.create({ data: { userId: user.id, role: "ADMINISTRATOR", createdAt: now } });
    await recordAudit(tx, portal, now, [{ action: "userInvited", subject: { kind: "user", id: user.id }, details: { membership: membership.id, role: "ADMINISTRATOR" } }]);
    await orderMails(tx, now, [{ kind: "invitation", to: { address: email, name: email }, facts: { path: "/login" } }]);
  });
}
