import { figure } from "../size";
import type { Ground } from "./ground";

/** Nobody in the demo city is called that. */
const CANARY = "Zyxwvut-Fehlermeldung";

/** What an attacker learns from what goes wrong: nothing on the page, and nobody's name in what the processes say. */
export function attackTheFailures(ground: Ground): void {
  const run = (sql: string): Promise<number> => ground.prisma().$executeRawUnsafe(sql);
  /** A policy whose condition fails with the row's own value, as a cast or a constraint would. */
  const FAIL = [
    `CREATE FUNCTION tell_value(value text) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION E'Key (lastName)=(%) is wrong\n    at %', value, value; END $$`,
    `CREATE POLICY tells_value ON "Resident" AS RESTRICTIVE FOR SELECT TO portal_facility USING (tell_value("lastName"))`,
  ];
  const MEND = [`DROP POLICY tells_value ON "Resident"`, "DROP FUNCTION tell_value(text)"];

  test("A-04: a page, a file and a form that fail in the database say nothing of a row, neither to the person nor in the log (16.2.5, 16.5.1)", async () => {
    const owner = await ground.prisma().membership.findFirstOrThrow({ where: { user: { email: "burgholz@demo.example" } } });
    const request = await ground.prisma().visitRequest.findFirstOrThrow({ where: { facilityId: owner.facilityId!, state: { not: "DRAFT" }, cases: { some: { resident: { goneOn: null } } } }, include: { cases: { include: { resident: true } } } });
    const resident = request.cases.map((one) => one.resident).find(({ goneOn }) => goneOn === null)!;
    await ground.prisma().resident.update({ where: { id: resident.id }, data: { lastName: CANARY } });
    const before = await ground.linesWith("failedUnhandled");
    const home = ground.as("burgholz");
    const answers: { readonly what: string; readonly status: number; readonly text: string }[] = [];
    try {
      for (const sql of FAIL) await run(sql);
      for (const path of ["/facility/residents", `/facility/residents/${resident.id}`, `/facility/requests/${request.id}/copy/download`]) answers.push({ what: path, ...(await home.get(path)) });
      answers.push({ what: "form", ...(await home.post("residents.markGone", { id: resident.id, version: String(resident.version), _from: "/facility/residents" })) });
    } finally {
      for (const sql of MEND) await run(sql);
      await ground.prisma().resident.update({ where: { id: resident.id }, data: { lastName: resident.lastName } });
    }
    expect(answers.map(({ status }) => Math.floor(status / 100))).toEqual([5, 5, 5, 5]);
    expect(answers.filter(({ text }) => text.includes(CANARY) || /Key \(|tell_value|Prisma/.test(text)).map(({ what }) => what)).toEqual([]);
    const failures = (await ground.linesWith("failedUnhandled")) - before;
    const told = ground.log().filter((line) => line.includes(CANARY) || line.includes("Key (lastName)"));
    figure("lines of the log with a value of a failed query", `${told.length} of ${ground.log().length}`);
    expect(told).toEqual([]);
    // Each failure is on record all the same, with its place and the name that the person saw.
    expect(failures).toBeGreaterThanOrEqual(3);
    // The page's script shows it; without script it stands in what the page brings along.
    const digest = /digest\\*":\\*"(\d+)/.exec(answers[0]!.text)?.[1];
    expect(ground.log().filter((line) => line.includes(`"digest":"${digest}"`)).length).toBeGreaterThan(0);
  });

  test("A-26: every line that the processes have said is one JSON object, also of what failed", () => {
    // The demo's mailbox is no part of a city's portal and says where it is in a sentence.
    const other = ground.log().filter((line) => !line.startsWith("Postfach: ") && !/^\{.*\}$/.test(line));
    expect(other).toEqual([]);
  });
}
