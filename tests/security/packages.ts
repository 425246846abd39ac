import { readFileSync } from "node:fs";
import { join } from "node:path";

export const ROOT = join(__dirname, "../..");

export type LockedPackage = {
  readonly path: string;
  readonly name: string;
  readonly version: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly hasInstallScript?: boolean;
};

type Entry = Omit<LockedPackage, "path" | "name"> & { readonly name?: string };

/** Every package that the lock file names, without the portal itself. */
export function lockedPackages(): readonly LockedPackage[] {
  const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as { packages: Record<string, Entry> };
  return Object.entries(packages)
    .filter(([path]) => path !== "")
    .map(([path, entry]) => ({ ...entry, path, name: entry.name ?? installedName(path) }));
}

/** The name under which a package is installed, which an alias chooses itself. */
export function installedName(path: string): string {
  return path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
}

/** Whether a version is at least another; one with a suffix (16.4.0-canary.1) comes before the one without. */
export function isAtLeast(version: string, minimum: string): boolean {
  const [own, least] = [partsOf(version), partsOf(minimum)];
  for (let index = 0; index < 3; index += 1) {
    if (own.numbers[index] !== least.numbers[index]) return own.numbers[index]! > least.numbers[index]!;
  }
  return !own.isEarly || least.isEarly;
}

function partsOf(version: string): { readonly numbers: readonly number[]; readonly isEarly: boolean } {
  const [core = "", ...suffix] = version.split("+")[0]!.split("-");
  return { numbers: core.split(".").map(Number), isEarly: suffix.length > 0 };
}
