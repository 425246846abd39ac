import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { openToAll, policy, type Permission } from "@/lib/auth/policy";

/** What somebody can ask for: a page or a file by its address, or an action by its name. */
export type AccessEntry = {
  readonly kind: "page" | "file" | "action";
  /** The address with its parameters, or `/do/<action>`. */
  readonly name: string;
  /** Null where everybody may. */
  readonly permission: Permission | null;
  readonly source: string;
};

const PAGE = /export default (?:page\(\s*"([\w.]+)"|(publicPage)\()/;
const FILE = /\bendpoint\(\s*"([\w.]+)"/;
const ACTION = /^ {2}"([\w.]+)": (action|publicAction)\(\{\s*(?:permission: "([\w.]+)")?/gm;

/** Every page, file and action below `app`, with the permission that its source names; and a sentence for each that is not in the access table. */
export function accessEntries(root: string): { readonly entries: readonly AccessEntry[]; readonly faults: readonly string[] } {
  const app = join(root, "app");
  const entries: AccessEntry[] = [];
  const faults: string[] = [];
  const add = (kind: AccessEntry["kind"], name: string, named: string | undefined, isDeclaredOpen: boolean, source: string): void => {
    if (named !== undefined && !Object.hasOwn(policy, named)) faults.push(`${source}: the permission ${named} does not stand in the policy`);
    else if (named === undefined && !isDeclaredOpen) faults.push(`${source}: ${name} names no permission and does not say that it is public`);
    else if (named === undefined && !Object.hasOwn(openToAll, name)) faults.push(`${source}: ${name} is open to all, and openToAll in lib/auth/policy.ts gives no reason`);
    else entries.push({ kind, name, permission: (named ?? null) as Permission | null, source });
  };
  for (const file of filesBelow(app)) {
    const source = relative(root, file).split(sep).join("/");
    const name = source.split("/").at(-1)!;
    if (name === "page.tsx") {
      const found = PAGE.exec(readFileSync(file, "utf8"));
      add("page", addressOf(source), found?.[1], found?.[2] !== undefined, source);
    } else if (name === "route.ts") {
      const permission = FILE.exec(readFileSync(file, "utf8"))?.[1];
      add("file", addressOf(source), permission, permission === undefined, source);
    } else if (/actions\.ts$/.test(name)) {
      for (const [, action, way, permission] of readFileSync(file, "utf8").matchAll(ACTION)) add("action", `/do/${action}`, permission, way === "publicAction", source);
    }
  }
  const known = new Set(entries.map(({ name }) => name));
  for (const name of Object.keys(openToAll)) if (!known.has(name)) faults.push(`lib/auth/policy.ts: openToAll names ${name}, which does not exist`);
  return { entries: entries.sort((one, other) => (one.name < other.name ? -1 : 1)), faults };
}

/** The address of a page's or route's file: without groups such as `(public)`. */
function addressOf(source: string): string {
  const parts = source.split("/").slice(1, -1).filter((part) => !/^\(.*\)$/.test(part));
  return `/${parts.join("/")}`;
}

/** Folders that begin with an underscore have no address. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith("_"))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]));
}
