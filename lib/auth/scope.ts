import { SYSTEM_JOBS, type Actor, type Role } from "@/lib/auth/types";

declare const scopeBrand: unique symbol;

/** The group of the database whose rights a transaction has; the owner of the tables acts as itself. */
export type DatabaseGroup = "portal_facility" | "portal_office" | "portal_crew" | "portal_oversight" | "portal_subject" | "portal_gate" | "portal_worker" | "none";

/** How far an actor sees. Only `scopeOf` makes one, and every read and write asks for one. */
export type Scope = {
  readonly [scopeBrand]: true;
  readonly reach: "facility" | "office" | "crew" | "oversight" | "system";
  readonly userId: string | null;
  readonly role: Role | null;
  readonly facilityId: string | null;
  readonly staffId: string | null;
  /** As which group the database sees the actor: what a forgotten filter would show stays hidden there (decision 0005). */
  readonly group: DatabaseGroup;
};

const REACH_OF: Readonly<Record<Role, Exclude<Scope["reach"], "system">>> = {
  FACILITY_STAFF: "facility",
  PRISON_SOCIAL_SERVICE: "facility",
  TEAM_LEAD: "office",
  CREW: "crew",
  ADMINISTRATOR: "oversight",
  DATA_PROTECTION_OFFICER: "oversight",
};

const GROUP_OF_REACH = { facility: "portal_facility", office: "portal_office", crew: "portal_crew", oversight: "portal_oversight" } as const;
const GROUP_OF_PART = { gate: "portal_gate", worker: "portal_worker", owner: "none" } as const;

/** The scope of an actor: one facility, the office, the own tours, the oversight pages, or the portal's own jobs. */
export function scopeOf(actor: Actor): Scope {
  if (actor.kind === "system") {
    return { reach: "system", userId: null, role: null, facilityId: null, staffId: null, group: GROUP_OF_PART[SYSTEM_JOBS[actor.job]] } as Scope;
  }
  const { userId, role, facilityId, staffId } = actor;
  const reach = REACH_OF[role];
  return { reach, userId, role, facilityId, staffId, group: GROUP_OF_REACH[reach] } as Scope;
}

/** No row has this id: a scope that may see no facility's rows narrows to it. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** Narrows a `where` on rows that carry a facilityId: a facility sees its own, the office all, everybody else none (R61). */
export function facilityFilter(scope: Scope): { facilityId: string } | Record<string, never> {
  if (scope.reach === "office" || scope.reach === "system") return {};
  return { facilityId: scope.reach === "facility" && scope.facilityId ? scope.facilityId : NOBODY };
}

/** Narrows a `where` on the facility itself. */
export function ownFacilityFilter(scope: Scope): { id: string } | Record<string, never> {
  if (scope.reach === "office" || scope.reach === "system") return {};
  return { id: scope.reach === "facility" && scope.facilityId ? scope.facilityId : NOBODY };
}

/** Narrows a `where` on rows that belong to one person: sessions, roles and factors of the own account; the portal's own jobs find none here. */
export function ownFilter(scope: Scope): { userId: string } {
  return { userId: scope.userId ?? NOBODY };
}

/** Narrows a `where` on tours: the office sees all, a crew member those that name him or her, everybody else none. */
export function tourFilter(scope: Scope): { members: { some: { staffId: string } } } | Record<string, never> {
  if (scope.reach === "office" || scope.reach === "system") return {};
  return { members: { some: { staffId: scope.reach === "crew" && scope.staffId ? scope.staffId : NOBODY } } };
}
