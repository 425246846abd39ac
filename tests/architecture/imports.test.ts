import { sourceFiles, type SourceFile } from "./source";

type Ban = { readonly who: (path: string) => boolean; readonly may: (target: string) => boolean; readonly because: string };

const PURE = /^(lib\/[^/]+\/(types|rules)\.ts|lib\/law\/(?!queries)[^/]+\.ts|lib\/time\/(?!clock)[^/]+\.ts|lib\/messages\/[^/]+\.ts|lib\/planning\/.+\.ts|emails\/.+\.ts)$/;
const SCHEMA = /^lib\/[^/]+\/schema\.ts$/;
const IMPURE_MODULES = /^(next|react|@prisma|pg|nodemailer|node:)/;
const DATABASE = /^@\/prisma\/generated|^@prisma|^pg$/;

const BANS: readonly Ban[] = [
  { who: () => true, may: (target) => !target.startsWith("@/app/"), because: "nothing in lib or emails imports app: what is true does not depend on what people see" },
  { who: (path) => PURE.test(path), may: (target) => !IMPURE_MODULES.test(target) && !DATABASE.test(target), because: "pure files import no framework, driver or Node module, so that a rule can be tested with facts alone" },
  { who: (path) => /^lib\/[^/]+\/rules\.ts$/.test(path), may: (target) => !/\/(queries|commands|schema)$/.test(target), because: "rules get facts handed in; they read and write nothing" },
  { who: (path) => SCHEMA.test(path), may: (target) => target === "zod" || /^@\/lib\/(forms\/fields|db\/id|messages\/[\w-]+|[\w-]+\/types|[\w-]+\/rules)$/.test(target), because: "a schema is the shape of a form and nothing else" },
  { who: (path) => path !== "lib/mail/send.ts", may: (target) => !/^nodemailer/.test(target), because: "one door for mail: lib/mail/send.ts" },
  { who: (path) => !path.startsWith("lib/auth/"), may: (target) => !/^next-auth/.test(target), because: "one door for sign-in: lib/auth" },
  { who: (path) => path !== "lib/db/client.ts", may: (target) => target !== "@prisma/adapter-pg" && target !== "pg", because: "one door to the database: lib/db/client.ts" },
  { who: (path) => path.startsWith("lib/planning/"), may: (target) => target.startsWith("@/lib/planning/") || target.startsWith("@/lib/time/") || target === "@/lib/outcome", because: "the planner is a leaf: tours call it, it knows none of them" },
];

function offences(files: readonly SourceFile[]): readonly string[] {
  return BANS.flatMap(({ who, may, because }) =>
    files.filter(({ path }) => who(path)).flatMap(({ path, imports }) => imports.filter((target) => !may(target)).map((target) => `${path} imports ${target}: ${because}`)),
  );
}

describe("imports", () => {
  const library = [...sourceFiles("lib"), ...sourceFiles("emails")];
  const app = sourceFiles("app");

  test("point one way, with a reason for every ban", () => {
    expect(offences(library)).toEqual([]);
  });

  test("of a page reach the database only through queries, commands and the sign-in", () => {
    const direct = app.flatMap(({ path, imports }) => imports.filter((target) => DATABASE.test(target) || /^@\/lib\/db\/(client|in-scope|transact|locks|submissions)$/.test(target)).map((target) => `${path} imports ${target}`));
    expect(direct).toEqual([]);
  });

  test("of the generated client as a value stand in lib/db, lib/mail/order and lib/jobs alone", () => {
    const values = library
      .filter(({ path }) => !/^lib\/db\//.test(path))
      .filter(({ text }) => /import\s+\{[^}]*\b(?<!type )PrismaClient\b/.test(text))
      .map(({ path }) => path);
    expect(values).toEqual([]);
  });

  test("process.env is read in lib/env.ts and nowhere else", () => {
    const readers = [...library, ...app].filter(({ path, text }) => path !== "lib/env.ts" && /process\.env/.test(text)).map(({ path }) => path);
    expect(readers).toEqual([]);
  });

  test("the machine's clock and randomness are asked in one place each", () => {
    const offenders = [...library, ...app].filter(({ path, text }) => path !== "lib/time/clock.ts" && /new Date\(\)|Date\.now\(|Math\.random\(/.test(text)).map(({ path }) => path);
    expect(offenders).toEqual([]);
  });

  test("raw SQL is written with bound values only", () => {
    const unsafe = [...library, ...app].filter(({ text }) => /\$(query|execute)RawUnsafe|Prisma\.raw\(/.test(text)).map(({ path }) => path);
    expect(unsafe).toEqual([]);
  });
});
