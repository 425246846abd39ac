import { usePortal } from "../journeys/portal";
import { aVisitor, type Answered, type Visitor } from "../journeys/visitor";
import { mannWhitney, median } from "./statistics";

/**
 * Whether somebody can read from the sign-in's answers, or from their time, which addresses are known (ASVS 6.3.8): `npm run bench:enumeration`. The answers must be
 * the same to the byte; the times are printed, not judged, because they depend on what else the machine does.
 */
const SAMPLES = Number(process.env.SAMPLES ?? 500);
const AT_ONCE = 2;
const portal = usePortal({ settings: { RATE_LIMIT_FACTOR: "100000" } });
const origin = (): string => portal.origins()[0]!;

type Kind = "known" | "unknown";
type Sample = { readonly kind: Kind; readonly milliseconds: number; readonly shape: string };

const addressOf = (kind: Kind, number: number): string => `${kind === "known" ? "bekannt" : "niemand"}${String(number).padStart(4, "0")}@bench.example`;

beforeAll(async () => {
  const now = await portal.now();
  for (let number = 0; number < SAMPLES; number += 1) {
    const user = await portal.prisma().user.create({ data: { email: addressOf("known", number), displayName: "Bench", createdAt: now } });
    await portal.prisma().membership.create({ data: { userId: user.id, role: "TEAM_LEAD", createdAt: now } });
  }
}, 120_000);

const shapeOf = ({ status, location, text, cookies }: Answered): string =>
  JSON.stringify({ status, location: location.replace(/echo=[0-9a-f-]+/, "echo=…"), length: text.length, cookies: cookies.map((line) => line.replace(/=[^;]+/, "=…")) });

/** Sends to known and unknown addresses by turns, in an order that nobody planned, and measures each. */
async function measure(send: (kind: Kind, number: number) => Promise<Answered>): Promise<readonly Sample[]> {
  const turns = Array.from({ length: SAMPLES }, (_, number) => [{ kind: "known" as Kind, number }, { kind: "unknown" as Kind, number }]).flatMap((pair, index) => (index % 2 === 0 ? pair : pair.reverse()));
  const samples: Sample[] = [];
  const work = async (): Promise<void> => {
    for (let turn = turns.shift(); turn; turn = turns.shift()) {
      const begin = performance.now();
      const answer = await send(turn.kind, turn.number);
      samples.push({ kind: turn.kind, milliseconds: performance.now() - begin, shape: shapeOf(answer) });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return samples;
}

function report(name: string, samples: readonly Sample[]): void {
  const timesOf = (kind: Kind): readonly number[] => samples.filter((sample) => sample.kind === kind).map(({ milliseconds }) => milliseconds);
  const [known, unknown] = [timesOf("known"), timesOf("unknown")];
  const shapes = new Set(samples.map(({ shape }) => shape));
  process.stdout.write(
    `${name}: ${known.length} known, ${unknown.length} unknown; median ${median(known).toFixed(1)} ms and ${median(unknown).toFixed(1)} ms, difference ${Math.abs(median(known) - median(unknown)).toFixed(2)} ms; Mann-Whitney p = ${mannWhitney(known, unknown).toFixed(3)}; ${shapes.size} kind of answer\n`,
  );
  expect([...shapes]).toHaveLength(1);
}

const browsers = new Map<string, Visitor>();

test("asking for a code looks the same for known and unknown addresses", async () => {
  report("asking for a code", await measure((kind, number) => {
    const visitor = aVisitor(origin());
    browsers.set(addressOf(kind, number), visitor);
    return visitor.post("login.code", { email: addressOf(kind, number), next: "" });
  }));
}, 1_200_000);

test("trying a code looks the same for known and unknown addresses", async () => {
  report("trying a code", await measure((kind, number) => browsers.get(addressOf(kind, number))!.post("login.redeem", { code: "000000", next: "", _from: "/login/code" })));
}, 1_200_000);
