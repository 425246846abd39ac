import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { usePortal } from "../journeys/portal";
import { aVisitor, signedInVisitor } from "../journeys/visitor";
import { pastTheSignIn } from "./attacks/spellings";
import { play, playWithoutChecks, stageOf, type Stage } from "./matrix/play";
import { switches, TEST_BUILD } from "./matrix/switches";
import { figure, isFull } from "./size";

const controls = switches();
const portal = usePortal({ root: TEST_BUILD, settings: { PORTAL_WEAKENED_BY: controls.file } });
/** `npm test` takes one of so many cells; prime, so that every verb and actor has its turn. */
const STRIDE = isFull ? 1 : 37;
let stage: Stage;

beforeAll(async () => {
  stage = await stageOf(portal);
}, 300_000);

afterEach(() => controls.weaken());

describe("the walls of the portal, each for itself", () => {
  test("without proxy.ts everybody sees and changes the same as with it", async () => {
    controls.weaken("proxy");
    const { asked, faults } = await play(stage, STRIDE);
    figure("matrix without proxy: cells", asked);
    figure("matrix without proxy: departures from the access table", faults.length);
    expect(faults.slice(0, 40)).toEqual([]);
    expect(controls.asked()).toContain("proxy");
  }, 3_600_000);

  test("A-01: without proxy.ts, too, no header and no spelling of an address leads a stranger past the sign-in", async () => {
    controls.weaken("proxy");
    const home = await signedInVisitor(portal.origins()[0]!, "burgholz");
    const { tries, leaks } = await pastTheSignIn(portal.prisma(), home, () => aVisitor(portal.origins()[0]!));
    figure("matrix without proxy: ways past the sign-in that led to protected content", `${leaks.length} of ${tries}`);
    expect(leaks).toEqual([]);
    expect(controls.asked()).toContain("proxy");
  }, 300_000);

  test("without the application's checks the database alone keeps every name and row from those whom it does not concern", async () => {
    controls.weaken("policy:*", "scope:*");
    const { asked, faults } = await playWithoutChecks(stage, STRIDE);
    figure("matrix on row-level security alone: cells", asked);
    figure("matrix on row-level security alone: leaks", faults.length);
    expect(faults.slice(0, 40)).toEqual([]);
  }, 3_600_000);

  test("the production build knows no switch", () => {
    const holding = (root: string): readonly string[] =>
      readdirSync(join(root, ".next/server"), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js") && readFileSync(join(root, ".next/server", file), "utf8").includes("PORTAL_WEAKENED_BY"));
    expect(holding(TEST_BUILD).length).toBeGreaterThan(0);
    expect(holding(join(__dirname, "../.."))).toEqual([]);
  });
});
