import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { accessEntries } from "@/scripts/access/entries";
import rights from "@/prisma/rights.json";
import { fieldsPage } from "@/scripts/access/fields";
import { accessPage } from "@/scripts/access/table";
import { sourceFiles } from "./source";
import { policy } from "@/lib/auth/policy";
import { ROLES } from "@/lib/auth/types";

const app = sourceFiles("app");

describe("access", () => {
  test("every page, file and action names a permission of the policy, or stands among what is open to all with a reason", () => {
    const { entries, faults } = accessEntries(join(__dirname, "../.."));
    expect(faults).toEqual([]);
    expect(entries.filter(({ kind }) => kind === "page").length).toBeGreaterThan(25);
    expect(entries.filter(({ kind }) => kind === "action").length).toBeGreaterThan(20);
  });

  test("the access table that is kept with the sources says what the sources say: npm run access:table", () => {
    const root = join(__dirname, "../..");
    expect(readFileSync(join(root, "docs/access.md"), "utf8")).toBe(accessPage(accessEntries(root).entries));
  });

  test("the page of fields that is kept with the sources says what the migrations grant: npm run db:rights", () => {
    expect(readFileSync(join(__dirname, "../../docs/field-access.md"), "utf8")).toBe(fieldsPage(rights));
    const lines = [
      "row security enabled and forced", "portal_facility may SELECT of id, name", "portal_office may DELETE, SELECT", "portal_office may UPDATE of name",
      "policy a PERMISSIVE for SELECT to portal_facility, portal_office using (id = 1)", "policy b PERMISSIVE for UPDATE to portal_office using true check (a OR b)",
    ];
    const page = fieldsPage(lines.map((line) => ({ object: "Thing", line })));
    expect(page).toContain("| houses | id, name |  |  |  | select: `(id = 1)` |");
    expect(page).toContain("| office | all |  | name | all | select: `(id = 1)`<br>update: any<br>update: `(a OR b)` |");
  });

  test("something reachable that the access table does not know is a fault", () => {
    const root = mkdtempSync(join(tmpdir(), "access-"));
    const write = (file: string, text: string): void => {
      mkdirSync(join(root, file, ".."), { recursive: true });
      writeFileSync(join(root, file), text);
    };
    write("app/silent/page.tsx", "export default function Silent() { return null; }");
    write("app/unknown/page.tsx", 'export default page("facility.everything", () => null);');
    write("app/(public)/undeclared/page.tsx", "export default publicPage(() => null);");
    write("app/bare/route.ts", "export function GET() {}");
    write("app/office/actions.ts", 'export const actions = {\n  "office.secret": action({\n    schema,\n  }),\n  "office.open": publicAction({\n  }),\n};\n');
    write("app/home/route.ts", "export function GET() {}");
    const { entries, faults } = accessEntries(root);
    rmSync(root, { recursive: true });
    expect(entries.map(({ name }) => name)).toEqual(["/home"]);
    const about = (name: string): number => faults.filter((fault) => fault.includes(name)).length;
    expect(["/silent", "facility.everything", "/undeclared", "/bare", "/do/office.secret", "/do/office.open"].map(about)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test("a page under an area names a permission of that area", () => {
    const strangers = app
      .filter(({ path }) => /^app\/(facility|office|field|admin)\//.test(path) && path.endsWith("page.tsx"))
      .filter(({ path, text }) => !new RegExp(`page\\("${path.split("/")[1]}\\.`).test(text))
      .map(({ path }) => path);
    expect(strangers).toEqual([]);
  });

  test("every action is listed in the registry, and every listed one is used by a form", () => {
    const actions = app.flatMap(({ path, text }) => (/-?actions\.ts$/.test(path) ? [...text.matchAll(/^ {2}"([\w.]+)": (?:action|publicAction)\(/gm)].map((match) => match[1]!) : []));
    const registry = app.find(({ path }) => path === "app/_shell/registry.ts")!;
    const files = app.filter(({ path }) => /-?actions\.ts$/.test(path)).map(({ path }) => `@/${path.replace(/\.ts$/, "")}`);
    expect(files.filter((file) => !registry.imports.includes(file))).toEqual([]);
    const pages = app.filter(({ path }) => path.endsWith(".tsx")).map(({ text }) => text).join("\n");
    expect(actions.length).toBeGreaterThan(20);
    expect(actions.filter((name) => !pages.includes(`"${name}"`))).toEqual([]);
  });

  test("there are no Server Actions beside the one door for forms", () => {
    expect(app.filter(({ text }) => /["']use server["']/.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test("every permission names at least one role, and every role has a way in", () => {
    const rows: readonly (readonly string[])[] = Object.values(policy);
    expect(rows.filter((roles) => roles.length === 0)).toEqual([]);
    expect(ROLES.filter((role) => !rows.some((roles) => roles.includes(role)))).toEqual([]);
  });

  test("the data protection officer changes nothing but the own account", () => {
    const changing = Object.entries(policy).filter(([name, roles]) => (roles as readonly string[]).includes("DATA_PROTECTION_OFFICER") && !/\.(view|home|signOut|switchRole)$|^account\.(stay|sessions\.end|security\.change)$/.test(name));
    expect(changing).toEqual([]);
  });
});
