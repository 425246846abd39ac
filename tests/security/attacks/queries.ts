import { NOTHING } from "../../journeys/hostile-forms";
import { builtPages } from "../../journeys/pages";
import { accountsThatMay } from "../../journeys/people";
import type { Fields } from "../../journeys/visitor";
import { figure, sized } from "../size";
import { formsToAttack } from "./forms";
import { inTurns, type Ground } from "./ground";

/** What nobody writes, to be looked for in what the database is asked. */
const OPERAND = "Zyxwvutoperand";
const QUOTES = [
  "'", "''", "\"", "`", "\\", "';", "\";", "' OR '1'='1", "' OR 1=1 --", "') OR ('1'='1", "admin'--", "1; DROP TABLE \"User\"; --", "' UNION SELECT NULL,NULL --", "1' AND pg_sleep(5) --", "'; SELECT pg_sleep(5); --", "1)); SELECT pg_sleep(5) --", "$1", "$$", "$$;SELECT 1;$$", "%", "_", "%27", "%2527",
  "\\'", "\\\\'", "'||(SELECT 1)||'", "CHR(39)", "E'\\x27'", "/**/", "/*", "--", "#", "0x27", "1e309", "-0", "NaN", "null", "undefined", "true", "[]", "{}", "{\"not\":\"\"}", "'::text", "1::int", "\u02bc OR 1=1", "\uff07 OR 1=1", "' AND 1=CAST((SELECT version()) AS int) --", "*", "(", ")", "[0]", "COPY (SELECT 1) TO PROGRAM 'id'",
];

/** For the whole size on a machine that is busy. */
const LIMIT_MS = 3_600_000;

/** What an attacker sends to have the database asked something else. */
export function attackTheQueries(ground: Ground): void {
  test("A-15: an operator of the database in the place of a value is refused in every form, and the database gets no word of it and no other statement than for any wrong value", async () => {
    const shapes = (field: string): readonly Fields[] => [
      { [`${field}[not]`]: "" }, { [`${field}[contains]`]: OPERAND }, { [`${field}.not`]: OPERAND }, { [field]: `{"not":"${OPERAND}"}` }, { [field]: `{"contains":"${OPERAND}"}` }, { [field]: "[]" }, { [field]: [OPERAND, "b"] }, { [field]: "undefined" }, { [`${field}[]`]: OPERAND }, { [`${field}[$ne]`]: OPERAND },
    ];
    const odd: string[] = [];
    let sent = 0;
    const sendAll = async (shapesOf: (field: string) => readonly Fields[]): Promise<void> => {
      for (const { name, account, fields, rowField } of await formsToAttack(ground)) {
        for (const shape of shapesOf(rowField ?? "id")) {
          const whole = Object.fromEntries(Object.entries(fields).filter(([field]) => field !== rowField));
          const answer = await ground.as(account).post(name, { ...whole, ...shape });
          sent += 1;
          if (answer.status !== 303 || !/echo(?:=|%3D)/.test(answer.location)) odd.push(`${name} ${JSON.stringify(shape)} ${answer.status} ${answer.location}`);
        }
      }
    };
    await ground.unchanged(async () => {
      const plainly = await ground.statements(() => sendAll((field) => [{ [field]: "x" }, { surprise: "1" }]));
      sent = 0;
      const attacked = await ground.statements(() => sendAll(shapes));
      expect(plainly.texts.size).toBeGreaterThan(3);
      expect(attacked.values.length).toBeGreaterThan(sent);
      expect([...attacked.texts].filter((text) => !plainly.texts.has(text))).toEqual([]);
      expect([...attacked.values, ...attacked.texts].filter((text) => text.includes(OPERAND))).toEqual([]);
    });
    figure("operators that a form let through", `${odd.length} of ${sent}`);
    expect(odd).toEqual([]);
  });

  test("what the database is asked is seen, with its values", async () => {
    const { texts, values } = await ground.statements(async () => void (await ground.as("burgholz").post("residents.find", { name: OPERAND, _from: "/facility/residents" })));
    expect([...texts].some((text) => text.includes('"Resident"'))).toBe(true);
    expect(values.length).toBeGreaterThan(0);
  });

  test("A-22: the database's language is text like any other, in every field and in every address", async () => {
    const faults: string[] = [];
    let sent = 0;
    const corpus = QUOTES.filter((_, index) => index % sized({ sample: 9, full: 1 }) === 0);
    const check = async (what: string, ask: () => Promise<{ status: number; text: string }>): Promise<void> => {
      const begin = performance.now();
      const { status, text } = await ask();
      sent += 1;
      if (status >= 500 || performance.now() - begin > 4_500 || /syntax error|PostgreSQL|relation "|Prisma/.test(text)) faults.push(`${what} ${status}`);
    };
    await ground.unchanged(async () => {
      for (const { name, account, fields, rowField } of await formsToAttack(ground)) {
        for (const field of [rowField, ...Object.keys(fields).filter((key) => !key.startsWith("_"))].filter((key, index, all): key is string => key !== null && all.indexOf(key) === index)) {
          // A row that is not there keeps even a form that happens to be right from changing anything.
          await inTurns(corpus, 4, (quote) => check(`${name} ${field} ${quote}`, () => ground.as(account).twin().post(name, { ...fields, ...(rowField ? { [rowField]: NOTHING } : { surprise: "1" }), [field]: quote })));
        }
      }
      for (const { route, permission } of builtPages().filter(({ route }) => !route.includes("["))) {
        const visitor = permission === null ? ground.nobody() : ground.as(accountsThatMay(permission)[0]!);
        for (const name of ["page", "week", "weeks", "date", "state", "kit", "echo", "notice", "next", "people", "back", "search", "id"]) {
          await inTurns(corpus.filter((_, index) => index % 4 === 0), 4, (quote) => check(`${route} ${name} ${quote}`, () => visitor.twin().get(`${route}?${name}=${encodeURIComponent(quote)}`)));
        }
      }
    });
    figure("quotes and statements that broke a form or a page", `${faults.length} of ${sent}`);
    expect(faults).toEqual([]);
  }, LIMIT_MS);
}
