import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { sourceFiles } from "../architecture/source";
import { ROOT } from "./packages";
import { figure } from "./size";

/** What belongs into no file that a browser gets: sources, keys, settings, the names of what only tests and the database know. */
const NEVER_SERVED = [/sourceMappingURL/, /only-for-tests/, /postgres(?:ql)?:\/\//, /smtps?:\/\/[^"'\s]*@/, /BEGIN [A-Z ]*PRIVATE KEY/, /APP_SECRET|DATA_KEYS|DATABASE_URL|SMTP_URL/, /(?:leitung|admin|burgholz|jva)@demo\.example/, /PrismaClient/, /\$queryRaw/];
/** What belongs into no part of the build: the switch of the test build, tests and their tools. */
const NEVER_BUILT = [/PORTAL_WEAKENED_BY/, /only-for-tests-only-for-tests/, /\bfast-check\b/, /playwright/, /@jest\/globals/];

function textsBelow(folder: string): readonly { readonly file: string; readonly text: string }[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((file) => join(folder, file))
    .filter((file) => statSync(join(ROOT, file)).isFile() && /\.(?:js|mjs|cjs|css|json|html|map|txt|rsc|svg)$/.test(file))
    .map((file) => ({ file, text: readFileSync(join(ROOT, file), "utf8") }));
}

const found = (files: ReturnType<typeof textsBelow>, patterns: readonly RegExp[]): readonly string[] => files.flatMap(({ file, text }) => patterns.filter((pattern) => pattern.test(text)).map((pattern) => `${file} ${pattern}`));

describe("the build that a city runs", () => {
  const served = [...textsBelow(".next/static"), ...textsBelow("public")];

  test("gives browsers neither sources nor keys", () => {
    expect(served.length).toBeGreaterThan(10);
    expect(served.filter(({ file }) => file.endsWith(".map")).map(({ file }) => file)).toEqual([]);
    const offences = found(served, NEVER_SERVED);
    figure("files for browsers with sources or keys", `${offences.length} of ${served.length}`);
    expect(offences).toEqual([]);
  });

  test("holds no switch that a test needs, no test and none of their tools", () => {
    const built = textsBelow(".next/server").filter(({ file }) => file.endsWith(".js"));
    expect(built.length).toBeGreaterThan(50);
    expect(found([...served, ...built], NEVER_BUILT)).toEqual([]);
  });

  test("takes nothing from the settings of the machine that made it", () => {
    const settings = [...sourceFiles("app"), ...sourceFiles("lib")].filter(({ text }) => /NEXT_PUBLIC_/.test(text)).map(({ path }) => path);
    expect(settings).toEqual([]);
    const config = readFileSync(join(ROOT, "next.config.js"), "utf8");
    expect(config).not.toMatch(/\benv:|rewrites|remotePatterns|NEXT_PUBLIC_/);
    expect(config).toMatch(/productionBrowserSourceMaps: false/);
    expect(config).toMatch(/poweredByHeader: false/);
    expect(config).toMatch(/unoptimized: true/);
  });

  test("a key in it would be noticed", () => {
    expect(found([{ file: "x.js", text: 'a="postgresql://u:p@h/d"' }], NEVER_SERVED)).toHaveLength(1);
    expect(found([{ file: "x.js", text: "//# sourceMappingURL=x.js.map" }], NEVER_SERVED)).toHaveLength(1);
  });
});
