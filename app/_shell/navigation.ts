import type { NavItem } from "@/app/_ui/site-header";
import { may, type Permission } from "@/lib/auth/policy";
import type { Role } from "@/lib/auth/types";
import { navigation } from "@/lib/messages/navigation";

/** `also`: pages that are reached from this entry and lie elsewhere. */
type Entry = { readonly href: string; readonly label: string; readonly permission: Permission; readonly also?: readonly string[] };

const ENTRIES: readonly Entry[] = [
  { href: "/facility", label: navigation.today, permission: "facility.home" },
  { href: "/facility/requests", label: navigation.requests, permission: "facility.requests.view" },
  { href: "/facility/residents", label: navigation.persons, permission: "facility.residents.view" },
  { href: "/facility/time-left", label: navigation.timeLeft, permission: "facility.releases.view" },
  { href: "/facility/site", label: navigation.house, permission: "facility.site.view", also: ["/facility/colleagues"] },
  { href: "/office", label: navigation.today, permission: "office.home" },
  { href: "/office/inbox", label: navigation.inbox, permission: "office.requests.view", also: ["/office/requests"] },
  { href: "/office/board", label: navigation.board, permission: "office.board.view", also: ["/office/tours", "/office/visits"] },
  { href: "/office/review", label: navigation.review, permission: "office.review.view" },
  { href: "/office/cards", label: navigation.cards, permission: "office.cards.view" },
  { href: "/office/resources", label: navigation.resources, permission: "office.resources.view" },
  { href: "/office/facilities", label: navigation.facilities, permission: "office.facilities.view", also: ["/office/demand"] },
  { href: "/office/persons", label: navigation.subjects, permission: "office.persons.view" },
  { href: "/office/mails", label: navigation.mails, permission: "office.mails.view" },
  { href: "/field", label: navigation.myTours, permission: "field.home" },
  { href: "/admin", label: navigation.overview, permission: "admin.home" },
  { href: "/admin/users", label: navigation.users, permission: "admin.users.view" },
  { href: "/admin/audit", label: navigation.audit, permission: "admin.audit.view" },
  { href: "/admin/retention", label: navigation.retention, permission: "admin.retention.view" },
  { href: "/admin/parameters", label: navigation.parameters, permission: "admin.parameters.view" },
  { href: "/admin/keys", label: navigation.keys, permission: "admin.keys.view" },
];

/** The navigation of a role; the longest entry that begins the path is the current one. */
export function navigationOf(role: Role, path: string): readonly NavItem[] {
  const pathname = path.split("?")[0]!;
  const entries = ENTRIES.filter(({ permission }) => may(role, permission));
  const current = entries
    .flatMap((entry) => [entry.href, ...(entry.also ?? [])].map((place) => ({ entry, place })))
    .filter(({ place }) => pathname === place || pathname.startsWith(`${place}/`))
    .sort((a, b) => b.place.length - a.place.length)[0]?.entry;
  return [...entries.map(({ href, label }) => ({ href, label, isCurrent: href === current?.href })), { href: "/account", label: navigation.account, isCurrent: pathname === "/account" || pathname.startsWith("/account/") }];
}
