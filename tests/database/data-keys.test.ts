import type { Log } from "@/lib/log";
import { readKeyRing, type KeyRing } from "@/lib/crypto/keys";
import { seal } from "@/lib/crypto/seal";
import { sealFor } from "@/lib/crypto/columns";
import * as settings from "@/lib/env";
import { assertKeysFit, countKeys, resealOldValues, rotateKeys } from "@/lib/jobs/data-keys";
import { keyWords } from "@/lib/messages/keys";
import { careOf } from "@/lib/residents/queries";
import { nothingStated } from "@/lib/residents/types";
import { aFacility } from "@/tests/builders/facilities";
import { TEST_DATA_KEYS } from "@/tests/builders/keys";
import { aRequest, aVisit } from "@/tests/builders/requests";
import { aCare, aResident } from "@/tests/builders/residents";
import { aStaffMember } from "@/tests/builders/resources";
import { store } from "@/tests/builders/store";
import { anAbsence } from "@/tests/builders/tours";
import { useDatabase } from "./database";

const database = useDatabase();

const SECOND_KEY = `k2:${Buffer.alloc(32, 2).toString("base64")}`;
const OTHER_FIRST_KEY = `k1:${Buffer.alloc(32, 9).toString("base64")}`;
const quiet = { info: jest.fn(), warn: jest.fn(), error: jest.fn() } satisfies Log;

function ring(text: string): KeyRing {
  const read = readKeyRing(text);
  if ("code" in read) throw new Error(read.code);
  return read;
}

jest.mock("@/lib/env", () => {
  const actual = jest.requireActual<typeof settings>("@/lib/env");
  return { ...actual, env: jest.fn(actual.env) };
});

/** Lets the portal go on with another DATA_KEYS, as a restart would. */
function restartWith(text: string): void {
  const { env } = jest.requireActual<typeof settings>("@/lib/env");
  jest.mocked(settings.env).mockImplementation(() => ({ ...env(), dataKeys: ring(text) }));
}
const figures = async () => (await countKeys()).map(({ id, values, use }) => [id, values, use]);
const start = () => assertKeysFit().then(() => "it starts", (error: unknown) => (error instanceof settings.ConfigurationError ? error.message : Promise.reject(error as Error)));
const care = async (id: string) => careOf(await database.prisma().residentCare.findUniqueOrThrow({ where: { residentId: id } }));

const home = aFacility();
const residents = Array.from({ length: 250 }, () => aResident({ facilityId: home.id }));
const staff = aStaffMember();

beforeAll(async () => {
  await store(database.prisma(), {
    facility: [home],
    staffMember: [staff],
    resident: residents,
    residentCare: residents.map(({ id }, index) => aCare({ residentId: id, mobility: index % 2 ? "BEDSIDE" : "COMES_TO_ROOM" })),
    visitRequest: [aRequest({ facilityId: home.id, facilityNote: "Bitte klingeln" })],
    visit: [aVisit(home, { internalNote: "Parkplatz im Hof" })],
    reservation: [anAbsence({ staffId: staff.id })],
  });
});
afterEach(() => void Object.values(quiet).forEach((one) => one.mockClear()));

describe("the life of a key, in this order", () => {
  test("the first key seals everything; a start remembers by which text it is recognised", async () => {
    restartWith(TEST_DATA_KEYS);
    expect(await start()).toBe("it starts");
    expect(await figures()).toEqual([["k1", 253, "SEALS"]]);
    expect(await start()).toBe("it starts");
  });

  test("another key under the same name does not start, nor a ring without the key", async () => {
    restartWith(OTHER_FIRST_KEY);
    expect(await start()).toBe(keyWords.other("k1"));
    restartWith(SECOND_KEY);
    expect(await start()).toBe(keyWords.missing("k1"));
  });

  test("with a new key in front, new values are sealed with it and old ones still open", async () => {
    restartWith(`${SECOND_KEY},${TEST_DATA_KEYS}`);
    expect(await start()).toBe("it starts");
    const [first, second] = residents;
    await database.prisma().residentCare.update({ where: { residentId: first!.id }, data: { sealed: sealFor("ResidentCare.sealed", first!.id, { ...nothingStated, isExempted: true }) } });
    expect((await care(first!.id)).isExempted).toBe(true);
    expect((await care(second!.id)).mobility).toBe("BEDSIDE");
    expect(await figures()).toEqual([["k2", 1, "SEALS"], ["k1", 252, "OPENS"]]);
  });

  test("the rotation that is cut off goes on with what is left, raises no version, and leaves alone what somebody changes meanwhile", async () => {
    restartWith(`${SECOND_KEY},${TEST_DATA_KEYS}`);
    let asked = 0;
    expect(await resealOldValues(() => (asked += 1) > 1)).toEqual({ resealed: 100, unopened: 0 });
    expect(await figures()).toEqual([["k2", 101, "SEALS"], ["k1", 152, "OPENS"]]);
    restartWith(SECOND_KEY);
    expect(await start()).toBe(keyWords.missing("k1"));
    restartWith(`${SECOND_KEY},${TEST_DATA_KEYS}`);
    await rotateKeys({ log: quiet, isStopping: () => false });
    expect(quiet.info.mock.calls).toEqual([
      ["valuesUnderKey", { key: "k2", values: 253, use: "SEALS" }],
      ["valuesUnderKey", { key: "k1", values: 0, use: "OPENS" }],
    ]);
    expect(await resealOldValues()).toEqual({ resealed: 0, unopened: 0 });
    expect(await database.prisma().visit.findFirst({ select: { version: true } })).toEqual({ version: 1 });
  });

  test("after it the old key can go: everything opens with the new one alone", async () => {
    restartWith(SECOND_KEY);
    expect(await start()).toBe("it starts");
    expect(await figures()).toEqual([["k2", 253, "SEALS"]]);
    for (const [index, { id }] of residents.slice(1).entries()) expect((await care(id)).mobility).toBe(index % 2 ? "COMES_TO_ROOM" : "BEDSIDE");
  });

  test("a value under a key that nobody has is counted, told in the log, and keeps no other from being sealed anew", async () => {
    restartWith(`${SECOND_KEY},${TEST_DATA_KEYS}`);
    const [lost, old] = residents;
    const inOld = ring(TEST_DATA_KEYS);
    const strange = ring(`k0:${Buffer.alloc(32, 7).toString("base64")}`);
    await database.prisma().residentCare.update({ where: { residentId: lost!.id }, data: { sealed: seal("{}", `ResidentCare.sealed:${lost!.id}`, strange) } });
    await database.prisma().residentCare.update({ where: { residentId: old!.id }, data: { sealed: seal("{}", `ResidentCare.sealed:${old!.id}`, inOld) } });
    await rotateKeys({ log: quiet, isStopping: () => false });
    expect(quiet.warn.mock.calls).toEqual([["sealedValuesDoNotOpen", { values: 1 }]]);
    expect(await figures()).toEqual([["k2", 252, "SEALS"], ["k1", 0, "OPENS"], ["k0", 1, "MISSING"]]);
  });

  test("while values wait to be sealed nothing starts", async () => {
    await database.prisma().unsealedValue.create({ data: { place: "ResidentCare.sealed", rowId: residents[0]!.id, content: {} } });
    expect(await start()).toBe(keyWords.held);
  });
});
