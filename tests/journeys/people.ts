import { HOME_OF, may, type Permission } from "@/lib/auth/policy";
import type { Role } from "@/lib/auth/types";
import type { PrismaClient } from "@/prisma/generated/client/client";

/** One account of the demo city for each role. */
export const PEOPLE = [
  { account: "burgholz", role: "FACILITY_STAFF" },
  { account: "jva", role: "PRISON_SOCIAL_SERVICE" },
  { account: "leitung", role: "TEAM_LEAD" },
  { account: "team1", role: "CREW" },
  { account: "admin", role: "ADMINISTRATOR" },
  { account: "datenschutz", role: "DATA_PROTECTION_OFFICER" },
] as const satisfies readonly { readonly account: string; readonly role: Role }[];

export type Account = (typeof PEOPLE)[number]["account"];

/** Who may, in the order above. */
export function accountsThatMay(permission: Permission): readonly Account[] {
  return PEOPLE.filter(({ role }) => may(role, permission)).map(({ account }) => account);
}

/** Who may not. */
export function accountsThatMayNot(permission: Permission): readonly Account[] {
  return PEOPLE.filter(({ role }) => !may(role, permission)).map(({ account }) => account);
}

/** The first page of an account's role. */
export function homeOf(account: Account): string {
  return HOME_OF[PEOPLE.find((one) => one.account === account)!.role];
}

export type Owner = { readonly userId: string; readonly facilityId: string | null; readonly staffId: string | null };

/** The rows that an account stands for: its user, its facility, its place in the crew. */
export async function ownerOf(prisma: PrismaClient, account: Account): Promise<Owner> {
  const user = await prisma.user.findUniqueOrThrow({ where: { email: `${account}@demo.example` }, include: { memberships: true } });
  return { userId: user.id, facilityId: user.memberships[0]?.facilityId ?? null, staffId: user.staffId };
}
