import { usePortal } from "../journeys/portal";
import type { Weakening } from "@/scripts/security/weaken";
import { allBut, BEHIND_THE_POLICY, cellsByCondition, cellsOfEndpoints, isConditionNoticed, isEverybodys, isPolicyNoticed, tellingCells } from "./matrix/mutate";
import { ownAccountProbes } from "./matrix/own-account";
import { stageOf, type Stage } from "./matrix/play";
import { switches, TEST_BUILD, weakenings } from "./matrix/switches";
import { figure, isFull } from "./size";

const controls = switches();
const portal = usePortal({ root: TEST_BUILD, settings: { PORTAL_WEAKENED_BY: controls.file } });
/** `npm test` weakens each of so many in turn. */
const STRIDE = isFull ? 1 : 11;
/** The sample takes one of so many endpoints, for everybody; prime. */
const ENDPOINT_STRIDE = isFull ? 1 : 19;
/** Everybody looks after the own account, whatever the role: given to everybody, these are the same. Only the conditions on the own rows hold anybody back there. */
const EVERYBODYS = ["account.view", "account.signOut", "account.switchRole", "account.sessions.view", "account.sessions.end", "account.stay", "account.data.view", "account.security.view", "account.security.change"];
let stage: Stage;

beforeAll(async () => {
  stage = await stageOf(portal);
}, 300_000);

describe("a weakened check is noticed", () => {
  test("each entry of the policy, given to everybody", async () => {
    const policies = weakenings().filter(({ kind }) => kind === "policy");
    const meaningful = policies.filter((one) => !isEverybodys(one, stage));
    expect(policies.filter((one) => !meaningful.includes(one)).map(({ id }) => id)).toEqual(EVERYBODYS.map((name) => `policy:${name}`));
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

  test("each scope condition, left out", async () => {
    await takeDownTheDatabasesWall();
    const all = weakenings().filter(({ kind }) => kind === "scope");
    const probes = await ownAccountProbes(portal.origins()[0]!, portal.prisma(), controls);
    const groups = tellingCells(stage);
    const endpoints = new Set([...new Set(stage.cells.map(({ endpoint }) => endpoint))].filter((_, index) => index % ENDPOINT_STRIDE === 0));
    const reached = await cellsByCondition([...groups.values()].filter(([first]) => first && endpoints.has(first.endpoint)), stage, controls);
    // The sample weakens what its own endpoints and probes ask; the whole weakens everything, and what nobody asks is unnoticed.
    const chosen = isFull ? all : all.filter(({ id }) => reached.has(id) || probes.asked.has(id));
    const hidden: Weakening[] = [];
    for (const one of chosen) {
      const isNoticed = (await isConditionNoticed(one, reached.get(one.id) ?? [], BEHIND_THE_POLICY, stage, controls)) || (await probes.notices(one.id));
      if (!isNoticed) hidden.push(one);
    }
    // These take the others' walls down too, and change what they can: they come last.
    const unnoticed: string[] = [];
    for (const one of hidden) {
      const cells = cellsOfEndpoints(reached.get(one.id) ?? [], groups);
      if (!(await isConditionNoticed(one, cells, allBut(one, all), stage, controls))) unnoticed.push(`${one.id} (${reached.get(one.id)?.length ?? 0} cells ask it)`);
    }
    controls.weaken();
    figure("mutation: scope conditions weakened", `${chosen.length} of ${all.length}`);
    figure("mutation: of these noticed only with all other conditions down", hidden.length - unnoticed.length);
    figure("mutation: weakened scope conditions unnoticed", unnoticed.length);
    expect(unnoticed).toEqual([]);
    expect(chosen.length).toBeGreaterThan(isFull ? 70 : 12);
  }, 3_600_000);
});

/** Every role of the database may read and change every row: what is left is the application's condition alone. */
async function takeDownTheDatabasesWall(): Promise<void> {
  const tables = await portal.prisma().$queryRaw<{ name: string }[]>`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;
  const roles = await portal.prisma().$queryRaw<{ name: string }[]>`SELECT rolname AS name FROM pg_roles WHERE rolname IN ('portal_facility', 'portal_office', 'portal_crew', 'portal_oversight', 'portal_gate')`;
  for (const { name } of tables) await portal.asOwner(`ALTER TABLE "${name}" DISABLE ROW LEVEL SECURITY`);
  for (const { name } of roles) await portal.asOwner(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${name}`);
}
