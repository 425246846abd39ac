import { weekBoard } from "@/lib/board/queries";
import { scopeOf } from "@/lib/auth/scope";
import { inbox } from "@/lib/intake/queries";
import { addDays, civilDateOf } from "@/lib/time/calendar";
import { seed } from "@/prisma/seed/main";
import { personAs } from "../builders/accounts";
import { useDatabase } from "./database";
import { rosterOf } from "./facility-house";
import { tablesOf } from "./walls";

jest.setTimeout(180_000);
const database = useDatabase();
const RUNS = 12;
const ROUNDS = 3;
/** On a busy machine single runs differ by more than the walls cost, so the middle ones are compared. */
const MOST = 2;
const OTHER_HOUSES = 150;
const PEOPLE_PER_HOUSE = 80;

const run = (sql: string): Promise<number> => database.prisma().$executeRawUnsafe(sql);

/** A city of many houses, so that a policy that reads everything would show. */
async function manyHouses(): Promise<void> {
  await run(`INSERT INTO "Facility" (id, kind, name, street, "postalCode", city, district, latitude, longitude, "contactName", "contactPhone", "contactEmail")
    SELECT gen_random_uuid(), 'NURSING_HOME', 'Haus ' || n, 'Weg 1', '44135', 'Dortmund', 'HOERDE', 51.5, 7.5, 'Leitung', '0', 'haus' || n || '@haus.example' FROM generate_series(1, ${OTHER_HOUSES}) n`);
  await run(`INSERT INTO "Resident" (id, "facilityId", "lastName", "firstNames", "bornOn")
    SELECT gen_random_uuid(), id, 'Name ' || n, 'Vorname', '1940-01-01' FROM "Facility", generate_series(1, ${PEOPLE_PER_HOUSE}) n WHERE name ~ '^Haus [0-9]+$'`);
  await run("ANALYZE");
}

const middle = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;

async function timesOf(work: () => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let time = 0; time < RUNS; time += 1) {
    const begin = performance.now();
    await work();
    times.push(performance.now() - begin);
  }
  return times;
}

test("the walls cost the board, the inbox and a home's roster little", async () => {
  await seed();
  await manyHouses();
  const tables = await tablesOf(database.url());
  const guarded = async (verb: "ENABLE" | "DISABLE"): Promise<void> => {
    for (const { name } of tables) await run(`ALTER TABLE "${name}" ${verb} ROW LEVEL SECURITY`);
  };
  const office = personAs("TEAM_LEAD");
  const member = await database.prisma().membership.findFirstOrThrow({ where: { user: { email: "burgholz@demo.example" } } });
  const home = personAs("FACILITY_STAFF", { userId: member.userId, facilityId: member.facilityId });
  const today = civilDateOf(await database.now());
  const pages = {
    board: () => weekBoard(scopeOf(office), { from: addDays(today, -7), until: addDays(today, 21) }),
    inbox: () => inbox(scopeOf(office)),
    roster: () => rosterOf(home),
  };
  for (const [name, page] of Object.entries(pages)) {
    const [withWalls, without]: [number[], number[]] = [[], []];
    await timesOf(page);
    for (let round = 0; round < ROUNDS; round += 1) {
      withWalls.push(...(await timesOf(page)));
      await guarded("DISABLE");
      without.push(...(await timesOf(page)));
      await guarded("ENABLE");
    }
    const ratio = middle(withWalls) / middle(without);
    process.stdout.write(`row security, ${name}: ${middle(withWalls).toFixed(1)} ms with, ${middle(without).toFixed(1)} ms without, ratio ${ratio.toFixed(2)}\n`);
    expect(ratio).toBeLessThan(MOST);
  }
});
