import type { Weakening } from "@/scripts/security/weaken";
import { usePortal } from "../journeys/portal";
import { cellsByCondition, isConditionNoticed, isEverybodys, isOwnConditionNoticed, isPolicyNoticed } from "./matrix/mutate";
import { stageOf, type Stage } from "./matrix/play";
import { switches, TEST_BUILD, weakenings } from "./matrix/switches";
import { figure, isFull } from "./size";

const controls = switches();
const portal = usePortal({ root: TEST_BUILD, settings: { PORTAL_WEAKENED_BY: controls.file } });
/** `npm test` weakens each of so many in turn. */
const STRIDE = isFull ? 1 : 11;
let stage: Stage;

beforeAll(async () => {
  stage = await stageOf(portal);
}, 300_000);

describe("a weakened check is noticed", () => {
  test("each entry of the policy, given to everybody", async () => {
    const policies = weakenings().filter(({ kind }) => kind === "policy");
    const meaningful = policies.filter((one) => !isEverybodys(one, stage));
    const chosen = meaningful.filter((_, index) => index % STRIDE === 0);
    const noticed = new Map<string, string>();
    for (const one of chosen) noticed.set(one.id, await isPolicyNoticed(one, stage, controls));
    controls.weaken();
    const unnoticed = [...noticed].filter(([, how]) => how === "never").map(([id]) => id);
    figure("mutation: entries of the policy weakened", chosen.length);
    figure("mutation: of these noticed only behind the scope conditions", [...noticed.values()].filter((how) => how === "behind the scope").length);
    figure("mutation: entries that everybody has anyway", policies.length - meaningful.length);
    figure("mutation: weakened entries unnoticed", unnoticed.length);
    expect(unnoticed).toEqual([]);
    expect(chosen.length).toBeGreaterThan(isFull ? 30 : 2);
  }, 3_600_000);

  // Asking every cell for each condition takes longer than a sample may.
  (isFull ? test : test.skip)("each scope condition, left out", async () => {
    await takeDownTheDatabasesWall();
    const conditions = weakenings().filter(({ kind }) => kind === "scope");
    const reached = await cellsByCondition(stage, controls);
    const unnoticed: Weakening[] = [];
    for (const one of conditions) if (!(await isConditionNoticed(one, reached.get(one.id) ?? [], stage, controls))) unnoticed.push(one);
    const remaining: string[] = [];
    for (const one of unnoticed) if (!(await isOwnConditionNoticed(one, portal.origins()[0]!, controls))) remaining.push(`${one.id} (${reached.get(one.id)?.length ?? 0} cells ask it)`);
    controls.weaken();
    figure("mutation: scope conditions weakened", conditions.length);
    figure("mutation: weakened scope conditions unnoticed", remaining.length);
    expect(remaining).toEqual([]);
    expect(conditions.length).toBeGreaterThan(30);
  }, 3_600_000);
});

/** Every role of the database may read and change every row: what is left is the application's condition alone. */
async function takeDownTheDatabasesWall(): Promise<void> {
  const tables = await portal.prisma().$queryRaw<{ name: string }[]>`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;
  const roles = await portal.prisma().$queryRaw<{ name: string }[]>`SELECT rolname AS name FROM pg_roles WHERE rolname IN ('portal_facility', 'portal_office', 'portal_crew', 'portal_oversight', 'portal_gate')`;
  for (const { name } of tables) await portal.asOwner(`ALTER TABLE "${name}" DISABLE ROW LEVEL SECURITY`);
  for (const { name } of roles) await portal.asOwner(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${name}`);
}
