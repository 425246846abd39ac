import { AUDIT_KINDS } from "@/lib/audit/types";
import { common } from "@/lib/messages/common";
import { plain } from "@/lib/messages/plain";
import { addressesOf, builtPages } from "./pages";
import { accountsThatMay, ownerOf, PEOPLE, type Account } from "./people";
import { usePortal } from "./portal";
import { signedInVisitor, type Visitor } from "./visitor";

const portal = usePortal();
const visitors = new Map<Account, Visitor>();
const PAGES = builtPages().filter(({ permission }) => permission !== null);
const FILES = builtPages("route").filter(({ permission }) => permission !== null);
/** The pages on which a resident is named, in the demo city; fewer would mean that this test looks past them. */
const NAMING_AT_LEAST = 12;

type Place = { readonly route: string; readonly account: Account; readonly address: string };
const naming: Place[] = [];

/** Every resident gets a name that stands nowhere else, so that one in an answer tells whose it is. */
beforeAll(async () => {
  await portal.prisma().$executeRaw`UPDATE "Resident" SET "lastName" = 'Kanarie' || translate("id"::text, '0123456789-', 'ghijklmnop'), "firstNames" = 'Ara'`;
  for (const { account } of PEOPLE) visitors.set(account, await signedInVisitor(portal.origins()[0]!, account));
}, 300_000);

const canaryOf = (id: string): string => `Kanarie${id.replace(/[0-9]/g, (digit) => "ghijklmnop"[Number(digit)]!).replace(/-/g, "")}`;
const canariesIn = (text: string): readonly string[] => [...new Set([...text.matchAll(/Kanarie[a-p]+/g)].map(([name]) => name))];

async function placesOf({ route, permission }: (typeof PAGES)[number]): Promise<readonly Place[]> {
  const found: Place[] = [];
  for (const account of accountsThatMay(permission!)) {
    for (const address of await addressesOf(route, portal.prisma(), await ownerOf(portal.prisma(), account))) found.push({ route, account, address });
  }
  return found;
}

/** What is on record of one request. */
async function recordedBy({ account, address }: Place): Promise<{ status: number; text: string; entries: readonly { action: string; subjectIds: readonly string[]; details: unknown }[] }> {
  const { userId } = await ownerOf(portal.prisma(), account);
  const where = { actorUserId: userId, action: { in: AUDIT_KINDS.view.filter((kind) => kind !== "auditViewed") } };
  const before = await portal.prisma().auditEntry.findMany({ where, select: { id: true } });
  const { status, text } = await visitors.get(account)!.get(address);
  const entries = await portal.prisma().auditEntry.findMany({ where: { ...where, id: { notIn: before.map(({ id }) => id) } } });
  return { status, text, entries };
}

describe("who saw whose data is on record", () => {
  test.each(PAGES)("$route", async (built) => {
    for (const place of await placesOf(built)) {
      const { status, text, entries } = await recordedBy(place);
      const shown = canariesIn(text);
      expect({ place, status }).toEqual({ place, status: 200 });
      if (shown.length === 0) continue;
      naming.push(place);
      expect({ place, entries: entries.length }).toEqual({ place, entries: 1 });
      const recorded = entries[0]!.subjectIds.map(canaryOf);
      expect({ place, unrecorded: shown.filter((name) => !recorded.includes(name)) }).toEqual({ place, unrecorded: [] });
      expect(entries[0]!.details).toMatchObject({ route: place.address });
      expect(entries[0]!.action).toBe(place.route.endsWith("/print") ? "printViewed" : "personsViewed");
    }
  });

  test.each(FILES)("the file $route, whether it names somebody or not", async (built) => {
    for (const place of await placesOf(built)) {
      const { status, text, entries } = await recordedBy(place);
      expect({ place, status, kinds: entries.map(({ action }) => action) }).toEqual({ place, status: 200, kinds: ["fileDownloaded"] });
      const recorded = entries[0]!.subjectIds.map(canaryOf);
      expect(canariesIn(text).filter((name) => !recorded.includes(name))).toEqual([]);
    }
  });

  test("these are all the pages that name a resident, and none of them is shown while nothing can be put on record", async () => {
    expect(new Set(naming.map(({ route }) => route)).size).toBeGreaterThanOrEqual(NAMING_AT_LEAST);
    await portal.prisma().$executeRaw`ALTER TABLE "AuditEntry" ADD CONSTRAINT out_of_order CHECK (false) NOT VALID`;
    try {
      // Whoever reads the log is on record too.
      const logs = (await Promise.all(PAGES.filter(({ route }) => route.startsWith("/admin/audit")).map(placesOf))).flat();
      expect(logs.length).toBeGreaterThanOrEqual(6);
      for (const place of [...naming, ...logs]) {
        const { status, text } = await visitors.get(place.account)!.get(place.address);
        expect({ place, status, shown: canariesIn(text) }).toEqual({ place, status: 503, shown: [] });
        expect(text).toContain(common.problem.notShownText);
      }
      for (const place of (await Promise.all(FILES.map(placesOf))).flat()) {
        const { status, text } = await visitors.get(place.account)!.get(place.address);
        expect({ place, status, says: text.includes(plain.notOnRecord) }).toEqual({ place, status: 503, says: true });
      }
    } finally {
      await portal.prisma().$executeRaw`ALTER TABLE "AuditEntry" DROP CONSTRAINT out_of_order`;
    }
    const [first] = naming;
    expect((await visitors.get(first!.account)!.get(first!.address)).status).toBe(200);
  });

  test("no entry carries a name", async () => {
    const rows = await portal.prisma().$queryRaw<{ action: string; name: string }[]>`
      SELECT e."action", n."name" FROM "AuditEntry" e JOIN (
        SELECT 'Kanarie' AS "name" UNION SELECT "displayName" FROM "User" UNION SELECT "email" FROM "User" UNION SELECT "name" FROM "Facility" UNION SELECT "contactName" FROM "Facility"
      ) n ON e."details"::text LIKE '%' || n."name" || '%' WHERE n."name" <> ''`;
    expect(rows).toEqual([]);
    expect(await portal.prisma().auditEntry.count()).toBeGreaterThan(200);
  });
});
