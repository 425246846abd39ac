import { sealedColumns, sealFor } from "@/lib/crypto/columns";
import { nothingStated, type CareFacts } from "@/lib/residents/types";
import { aFacility } from "@/tests/builders/facilities";
import { aResident } from "@/tests/builders/residents";
import { store } from "@/tests/builders/store";
import { useDatabase } from "./database";

const database = useDatabase();

test("every column whose name says that it is sealed is sealed anew with its key, and guarded", async () => {
  const columns = await database.prisma().$queryRaw<{ place: string }[]>`
    SELECT table_name || '.' || column_name AS place FROM information_schema.columns WHERE table_schema = 'public' AND column_name ~ '[sS]ealed($|[A-Z])' AND data_type = 'text' AND table_name <> 'FormEcho'`;
  expect(columns.map(({ place }) => place).sort()).toEqual([...sealedColumns].sort());
  const checks = await database.prisma().$queryRaw<{ table: string; definition: string }[]>`
    SELECT relname AS "table", pg_get_constraintdef(k.oid) AS definition FROM pg_constraint k JOIN pg_class c ON c.oid = conrelid WHERE contype = 'c'`;
  for (const place of sealedColumns.filter((one) => one !== "Factor.sealedSecret")) {
    const [table, column] = place.split(".");
    expect(checks.filter((one) => one.table === table && new RegExp(`"?${column}"? ~~ 's1.%'`).test(one.definition))).toHaveLength(1);
  }
});

test("whatever was stated about care has the same length, so that nothing is told by it", () => {
  const most: CareFacts = { ...nothingStated, capacity: "INCAPABLE", representation: "GUARDIAN_RESIDENCE", appliesBy: "REPRESENTATIVE_ALONE", isRepresentativePresent: false, fingerprintObstacle: "PERMANENT_MEDICAL" };
  const lengths = [nothingStated, most, { ...most, mobility: "BEDSIDE", isExempted: true } as const].map((facts) => sealFor("ResidentCare.sealed", "x", facts).length);
  expect(new Set(lengths).size).toBe(1);
});

test("the database takes no readable value into a sealed column", async () => {
  const home = aFacility();
  const resident = aResident({ facilityId: home.id });
  await store(database.prisma(), { facility: [home], resident: [resident] });
  await expect(database.prisma().residentCare.create({ data: { residentId: resident.id, sealed: "BEDSIDE" } })).rejects.toThrow("resident_care_sealed");
});
