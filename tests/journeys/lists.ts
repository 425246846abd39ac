import { randomUUID } from "node:crypto";
import { sealFor } from "@/lib/crypto/columns";
import { dataKeysFrom } from "@/lib/env";
import { packed } from "@/lib/roster-imports/queries";
import type { ImportDraft } from "@/lib/roster-imports/types";
import type { Prisma, PrismaClient } from "@/prisma/generated/client/client";
import { TEST_DATA_KEYS } from "../builders/keys";

/** A list with one new person in it. */
const DRAFT: ImportDraft = {
  fileName: "personen.csv",
  ignored: ["Zimmer"],
  faults: [],
  faultCount: 0,
  listed: [],
  twice: [],
  similar: [],
  persons: [
    {
      row: 2, lastName: "Eingelesen", firstNames: "Erika", bornOn: "1940-12-31", nationality: "GERMAN", mainResidence: "DORTMUND", idCardState: "VALID", idExpiresOn: "2027-03", hasValidPassport: false, isPermanentResident: false, isExempted: false,
      custodyKind: "SENTENCE", custodySinceOn: null, releaseOn: null,
    },
  ],
};

/** A list that somebody in a facility has read and that waits for a yes; made where there is none. */
export async function aListOf(prisma: PrismaClient, holder: { readonly facilityId?: string | { not: string }; readonly userId?: string }): Promise<{ readonly id: string }> {
  const found = await prisma.rosterImport.findFirst({ where: { ...holder, expiresAt: { gt: new Date(Date.now() + 3_600_000) } } });
  if (found) return found;
  const where: Prisma.MembershipWhereInput = { ...holder, endedAt: null, role: { in: ["FACILITY_STAFF", "PRISON_SOCIAL_SERVICE"] } };
  const { userId, facilityId } = await prisma.membership.findFirstOrThrow({ where, orderBy: { id: "asc" } });
  const id = randomUUID();
  const sealed = sealFor("RosterImport.sealed", id, packed(DRAFT), dataKeysFrom(TEST_DATA_KEYS));
  return prisma.rosterImport.create({ data: { id, facilityId: facilityId!, userId, sealed, expiresAt: new Date(Date.now() + 40_000_000) } });
}
