/**
 * `npm run bench:import`: reads and takes over a list of 10,000 people, as CSV, as a workbook, and both one after the other, each time in a process of its own that holds what the
 * portal's does (the database server is another process), and prints time, base and peak of the memory. Ends with an error where a promise is not kept: 30 s, 512 MB, all or
 * nothing, nobody twice. `npm run bench:import -- --most-mb=300` asks for less memory.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { Client } from "pg";
import { csv } from "@/lib/csv";
import { columnHeadings } from "@/lib/messages/roster-imports";
import type { RosterColumn } from "@/lib/roster-imports/types";
import { workbookOf } from "@/lib/sheets/write-workbook";
import { addDays } from "@/lib/time/calendar";
import { PrismaClient } from "@/prisma/generated/client/client";
import { aFacility } from "@/tests/builders/facilities";
import { TEST_DATA_KEYS } from "@/tests/builders/keys";
import { legalParameters } from "@/tests/builders/records";
import { signedIn, store } from "@/tests/builders/store";
import type { ImportFigures, ImportOrder, ProcessFigures } from "./bench/import-process";

const PEOPLE = 10_000;
const LIMIT_SECONDS = 30;
const LIMIT_MB = Number(/^--most-mb=(\d+)$/m.exec(process.argv.slice(2).join("\n"))?.[1] ?? 512);
const COLUMNS: readonly RosterColumn[] = ["lastName", "firstNames", "bornOn", "nationality", "mainResidence", "idCardState", "idExpiresOn", "hasValidPassport", "isPermanentResident"];

const letters = (number: number): string => [...String(number)].map((digit) => "abdefiklmo"[Number(digit)]!).join("");
const german = (day: string): string => day.split("-").reverse().join(".");
const rows: readonly (readonly string[])[] = Array.from({ length: PEOPLE }, (_, index) => [
  `Müller-${letters(index)}`, `Anna Maria ${letters(index * 7)}`, german(addDays("1925-01-01", (index * 13) % 12_000)), "Deutsch", "Dortmund", index % 3 === 0 ? "Abgelaufen" : "Gültig", index % 2 === 0 ? "03/2029" : german(addDays("2027-01-01", index % 900)), "nein", "ja",
]);
/** The last one has no surname. */
const badRows = rows.map((row, index) => (index === PEOPLE - 1 ? ["", ...row.slice(1)] : row));
const headings = COLUMNS.map((column) => columnHeadings[column]);

async function main(): Promise<void> {
  const { TEST_DATABASE_URL: adminUrl = "", TEST_TEMPLATE: template = "", TEST_WEB_DATABASE_URL: webUrl = "" } = process.env;
  const name = `bench_${process.pid}`;
  const at = (address: string): string => Object.assign(new URL(address), { pathname: `/${name}` }).href;
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: at(adminUrl) }) });
  const folder = mkdtempSync(join(tmpdir(), "bench-import-"));
  try {
    await store(prisma, { legalParameter: legalParameters() });
    const write = (fileName: string, content: Buffer): string => (writeFileSync(join(folder, fileName), content), join(folder, fileName));
    const table = { fileName: "liste.csv", path: write("liste.csv", Buffer.from(csv(headings, rows, ";"))), badPath: write("falsch.csv", Buffer.from(csv(headings, badRows, ";"))) };
    const workbook = { fileName: "liste.xlsx", path: write("liste.xlsx", workbookOf("Personen", [headings, ...rows])), badPath: write("falsch.xlsx", workbookOf("Personen", [headings, ...badRows])) };
    const faults: string[] = [];
    for (const files of [[table], [workbook], [table, workbook]]) faults.push(...(await measured(prisma, at(webUrl), files)));
    for (const fault of faults) console.error(`FEHLER: ${fault}`);
    process.exitCode = faults.length > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true });
    await prisma.$disconnect();
    await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    await admin.end();
  }
}

/** One process that takes the files one after the other, each for a house of its own; prints its figures and answers what was not kept. */
async function measured(prisma: PrismaClient, databaseUrl: string, files: readonly Omit<ImportOrder, "person">[]): Promise<readonly string[]> {
  const orders: ImportOrder[] = [];
  for (const file of files) {
    const facility = aFacility();
    await store(prisma, { facility: [facility] });
    orders.push({ ...file, person: (await signedIn(prisma, "FACILITY_STAFF", { facility })).person });
  }
  const env = { ...process.env, APP_MODE: "demo", APP_ORIGIN: "http://localhost:3000", APP_SECRET: "only-for-tests-only-for-tests-only-for-tests", DATA_KEYS: TEST_DATA_KEYS, SMTP_URL: "smtp://127.0.0.1:9", DATABASE_URL: databaseUrl };
  const output = execFileSync(process.execPath, ["--import", "tsx", join("scripts", "bench", "import-process.ts"), JSON.stringify(orders)], { env, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  const { base, peak, files: figures } = JSON.parse(output.trim().split("\n").at(-1) ?? "") as ProcessFigures;
  const names = files.map(({ fileName }) => fileName).join(" and ");
  console.log(`${names}, ${PEOPLE} people each: memory ${base.toFixed(0)} MB before, ${peak.toFixed(0)} MB at the highest`);
  const faults = peak > LIMIT_MB ? [`${names}: ${peak.toFixed(0)} MB are more than ${LIMIT_MB} MB`] : [];
  for (const [index, figure] of figures.entries()) faults.push(...faultsOf(figure, await prisma.resident.count({ where: { facilityId: orders[index]?.person.facilityId ?? "" } })));
  return faults;
}

/** Prints what became of one file, and answers what was not kept of it. */
function faultsOf({ fileName, seconds, added, addedAgain, faults: rowFaults, personsBesideFaults }: ImportFigures, there: number): readonly string[] {
  const [first] = rowFaults;
  const whole = seconds.read + seconds.shown + seconds.taken;
  console.log(`  ${fileName}: ${added} added in ${whole.toFixed(1)} s (read ${seconds.read.toFixed(1)}, shown ${seconds.shown.toFixed(1)}, taken over ${seconds.taken.toFixed(1)}); the same file again: ${addedAgain} added in ${seconds.again.toFixed(1)} s; with one bad row nobody: row ${first?.row}, column ${first && columnHeadings[first.column]}, ${first?.fault.code}`);
  const faults: string[] = [];
  if (added !== PEOPLE || there !== PEOPLE) faults.push(`${fileName}: ${added} were added, ${there} are there`);
  if (addedAgain !== 0) faults.push(`${fileName}: the second time added ${addedAgain}`);
  if (rowFaults.length !== 1 || first?.row !== PEOPLE + 1 || first.column !== "lastName" || first.fault.code !== "missing" || personsBesideFaults !== 0) faults.push(`${fileName}: the bad row was not named, or not everybody was refused`);
  if (whole > LIMIT_SECONDS || seconds.again > LIMIT_SECONDS) faults.push(`${fileName}: longer than ${LIMIT_SECONDS} s`);
  return faults;
}

void main();
