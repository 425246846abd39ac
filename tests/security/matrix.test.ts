import { usePortal } from "../journeys/portal";
import { play, stageOf } from "./matrix/play";
import { figure, isFull } from "./size";

const portal = usePortal();
/** `npm test` takes one of so many cells; prime, so that every verb and actor has its turn. */
const STRIDE = isFull ? 1 : 19;

describe("everybody, everything and every way to ask", () => {
  test("each sees and changes what the access table gives, and a foreign row looks like one that never was", async () => {
    const stage = await stageOf(portal);
    const { asked, faults } = await play(stage, STRIDE);
    figure("matrix: endpoints", new Set(stage.cells.map(({ endpoint }) => endpoint)).size);
    figure("matrix: cells", asked);
    figure("matrix: departures from the access table", faults.length);
    expect(faults.slice(0, 40)).toEqual([]);
    expect(asked).toBeGreaterThan(isFull ? 3_600 : 300);
  }, 3_600_000);
});
