import { sourceFiles } from "./source";
import { policy } from "@/lib/auth/policy";
import { ROLES } from "@/lib/auth/types";

const PERMISSIONS = Object.keys(policy);
const app = sourceFiles("app");
/** Answers without a person behind them: liveness, the sign-in's own route, the door of the forms (which asks each action), the way home. */
const OPEN_ROUTES = ["app/api/health/live/route.ts", "app/api/health/ready/route.ts", "app/api/auth/[...nextauth]/route.ts", "app/do/[action]/route.ts", "app/home/route.ts"];

describe("access", () => {
  test("every page names its permission, or says that it is public", () => {
    const pages = app.filter(({ path }) => path.endsWith("/page.tsx") && !path.startsWith("app/_"));
    const silent = pages.filter(({ text }) => !/export default (page\("[\w.]+"|publicPage\()/.test(text)).map(({ path }) => path);
    expect(pages.length).toBeGreaterThan(25);
    expect(silent).toEqual([]);
  });

  test("a page under an area names a permission of that area", () => {
    const strangers = app
      .filter(({ path }) => /^app\/(facility|office|field|admin)\//.test(path) && path.endsWith("page.tsx"))
      .filter(({ path, text }) => !new RegExp(`page\\("${path.split("/")[1]}\\.`).test(text))
      .map(({ path }) => path);
    expect(strangers).toEqual([]);
  });

  test("every named permission stands in the policy", () => {
    const named = app.flatMap(({ path, text }) => [...text.matchAll(/(?:page|endpoint)\(\s*"([\w.]+)"|permission: "([\w.]+)"/g)].map((match) => ({ path, name: match[1] ?? match[2]! })));
    expect(named.filter(({ name }) => name !== "public" && !PERMISSIONS.includes(name))).toEqual([]);
  });

  test("every route handler is guarded by an endpoint, or is one of the few that answer everybody", () => {
    const bare = app.filter(({ path, text }) => path.endsWith("route.ts") && !OPEN_ROUTES.includes(path) && !/endpoint\(\s*"[\w.]+"/.test(text)).map(({ path }) => path);
    expect(bare).toEqual([]);
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

  test("the data protection officer changes nothing", () => {
    const changing = Object.entries(policy).filter(([name, roles]) => (roles as readonly string[]).includes("DATA_PROTECTION_OFFICER") && !/\.(view|home|signOut|switchRole)$/.test(name));
    expect(changing).toEqual([]);
  });
});
