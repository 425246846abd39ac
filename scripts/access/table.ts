import type { AccessEntry } from "@/scripts/access/entries";
import { openToAll, policy } from "@/lib/auth/policy";
import { ROLES } from "@/lib/auth/types";

const ROLE_HEADS = { FACILITY_STAFF: "home", PRISON_SOCIAL_SERVICE: "prison", TEAM_LEAD: "lead", CREW: "crew", ADMINISTRATOR: "admin", DATA_PROTECTION_OFFICER: "officer" } as const;

/** The access table as a page: the annex of the authorisation concept. */
export function accessPage(entries: readonly AccessEntry[]): string {
  const guarded = entries.filter(({ permission }) => permission !== null);
  const open = entries.filter(({ permission }) => permission === null);
  return [
    "# Who may do what",
    "",
    "Written by `npm run access:table` from the sources and `lib/auth/policy.ts`; a test compares it. A page, file or action that names no permission, and has no reason below for being open,",
    "fails the build. What somebody may see of it (the own facility, the own tours) is decided by `lib/auth/scope.ts` and, beneath it, by the database's row-level security.",
    "",
    `${guarded.length} addresses and actions behind a permission, ${open.length} open to all.`,
    "",
    `| address or action | permission | ${ROLES.map((role) => ROLE_HEADS[role]).join(" | ")} |`,
    `|---|---|${ROLES.map(() => ":-:|").join("")}`,
    ...guarded.map(({ name, permission }) => `| \`${name}\` | ${permission} | ${ROLES.map((role) => ((policy[permission!] as readonly string[]).includes(role) ? "x" : " ")).join(" | ")} |`),
    "",
    "## Open to all",
    "",
    "| address or action | why |",
    "|---|---|",
    ...open.map(({ name }) => `| \`${name}\` | ${openToAll[name as keyof typeof openToAll]} |`),
    "",
  ].join("\n");
}
