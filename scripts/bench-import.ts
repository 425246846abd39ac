/**
 * `npm run bench:import`: reads and takes over a list of 10,000 people, as CSV and as a workbook, in a process of its own with a database server of its own, and prints
 * time and peak memory; then the same list with one bad row, and once more. Ends with an error where a promise is not kept: 30 s, 512 MB, all or nothing, nobody twice.
 */
import { Client } from "pg";
import { PrismaPg } from "@prisma/adapter-pg";
import { closeDatabase } from "@/lib/db/client";
import { columnHeadings } from "@/lib/messages/roster-imports";
import { csv } from "@/lib/csv";
import { readList, takeList } from "@/lib/roster-imports/commands";
import { importPreview } from "@/lib/roster-imports/queries";
import type { RosterColumn } from "@/lib/roster-imports/types";
import { workbookOf } from "@/lib/sheets/write-workbook";
import { addDays } from "@/lib/time/calendar";
import { PrismaClient } from "@/prisma/generated/client/client";
import { aFacility } from "@/tests/builders/facilities";
import { TEST_DATA_KEYS } from "@/tests/builders/keys";
import { legalParameters } from "@/tests/builders/records";
import { signedIn, store } from "@/tests/builders/store";

const PEOPLE = 10_000;
const LIMIT_SECONDS = 30;
const LIMIT_MB = 512;
const COLUMNS: readonly RosterColumn[] = ["lastName", "firstNames", "bornOn", "nationality", "mainResidence", "idCardState", "idExpiresOn", "hasValidPassport", "isPermanentResident"];

const letters = (number: number): string => [...String(number)].map((digit) => "abdefiklmo"[Number(digit)]!).join("");
const german = (day: string): string => day.split("-").reverse().join(".");
const rows: readonly (readonly string[])[] = Array.from({ length: PEOPLE }, (_, index) => [
  `Müller-${letters(index)}`, `Anna Maria ${letters(index * 7)}`, german(addDays("1925-01-01", (index * 13) % 12_000)), "Deutsch", "Dortmund", index % 3 === 0 ? "Abgelaufen" : "Gültig", index % 2 === 0 ? "03/2029" : german(addDays("2027-01-01", index % 900)), "nein", "ja",
]);
const headings = COLUMNS.map((column) => columnHeadings[column]);

async function main(): Promise<void> {
  const { TEST_DATABASE_URL: adminUrl = "", TEST_TEMPLATE: template = "", TEST_WEB_DATABASE_URL: webUrl = "" } = process.env;
  const name = `bench_${process.pid}`;
  const at = (address: string): string => Object.assign(new URL(address), { pathname: `/${name}` }).href;
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  Object.assign(process.env, { APP_MODE: "demo", APP_ORIGIN: "http://localhost:3000", APP_SECRET: "only-for-tests-only-for-tests-only-for-tests", DATA_KEYS: TEST_DATA_KEYS, SMTP_URL: "smtp://127.0.0.1:9", DATABASE_URL: at(webUrl) });
  console.log(`before: ${(process.memoryUsage().rss / 1_048_576).toFixed(0)} MB`);
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: at(adminUrl) }) });
  try {
    await store(prisma, { legalParameter: legalParameters() });
    const faults = [...(await measure(prisma, "liste.csv", Buffer.from(csv(headings, rows, ";")))), ...(await measure(prisma, "liste.xlsx", workbookOf("Personen", [headings, ...rows])))];
    for (const fault of faults) console.error(`FEHLER: ${fault}`);
    process.exitCode = faults.length > 0 ? 1 : 0;
  } finally {
    await prisma.$disconnect();
    await closeDatabase();
    await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    await admin.end();
  }
}

/** One house that reads a file, takes it over, reads it again, and reads it with one bad row; answers what was not kept. */
async function measure(prisma: PrismaClient, fileName: string, bytes: Buffer): Promise<readonly string[]> {
  const facility = aFacility();
  await store(prisma, { facility: [facility] });
  const { person } = await signedIn(prisma, "FACILITY_STAFF", { facility });
  const count = (): Promise<number> => prisma.resident.count({ where: { facilityId: facility.id } });
  const read = async (file: Buffer, as = fileName): Promise<string> => {
    const outcome = await readList(person, {}, { name: as, bytes: file });
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    return outcome.value.id;
  };
  const begin = performance.now();
  const id = await read(bytes);
  const isRead = performance.now();
  await importPreview(person, id);
  const isShown = performance.now();
  const taken = await takeList(person, { id, areOthers: true });
  const isTaken = performance.now();
  const again = await takeList(person, { id: await read(bytes), areOthers: true });
  const isAgain = performance.now();
  const bad = rows.map((row, index) => (index === PEOPLE - 1 ? ["", ...row.slice(1)] : row));
  const preview = await importPreview(person, await read(Buffer.from(csv(headings, bad, ";")), "liste.csv"));
  const megabytes = process.resourceUsage().maxRSS / 1024;
  const seconds = (from: number, until: number): string => ((until - from) / 1000).toFixed(1);
  console.log(`${fileName} (${(bytes.length / 1024).toFixed(0)} kB, ${PEOPLE} people): read ${seconds(begin, isRead)} s, shown ${seconds(isRead, isShown)} s, taken over ${seconds(isShown, isTaken)} s; second time ${seconds(isTaken, isAgain)} s; peak memory so far ${megabytes.toFixed(0)} MB`);
  console.log(`  one bad row: ${JSON.stringify(preview?.faults)}`);
  const faults: string[] = [];
  if (!taken.ok || taken.value.added !== PEOPLE || (await count()) !== PEOPLE) faults.push(`taken over: ${JSON.stringify(taken)}, ${await count()} there`);
  if (!again.ok || again.value.added !== 0) faults.push(`the second time added somebody: ${JSON.stringify(again)}`);
  if (preview?.faults[0]?.row !== PEOPLE + 1 || preview.persons.length > 0) faults.push("the bad row was not named, or not everybody was refused");
  if (isTaken - begin > LIMIT_SECONDS * 1000 || isAgain - isTaken > LIMIT_SECONDS * 1000) faults.push(`longer than ${LIMIT_SECONDS} s`);
  if (megabytes > LIMIT_MB) faults.push(`more than ${LIMIT_MB} MB`);
  return faults;
}

void main();
