import type { Role } from "@/lib/auth/types";

const FACILITY = ["FACILITY_STAFF", "PRISON_SOCIAL_SERVICE"] as const;
const LEAD = ["TEAM_LEAD"] as const;
const ADMIN = ["ADMINISTRATOR"] as const;
const OVERSIGHT = ["ADMINISTRATOR", "DATA_PROTECTION_OFFICER"] as const;
const RECOVERY = ["FACILITY_STAFF", "PRISON_SOCIAL_SERVICE", "TEAM_LEAD", "ADMINISTRATOR"] as const;
const EVERYBODY = ["FACILITY_STAFF", "PRISON_SOCIAL_SERVICE", "TEAM_LEAD", "CREW", "ADMINISTRATOR", "DATA_PROTECTION_OFFICER"] as const;

/** Who may do what. Every page, action and endpoint names one of these; a name that is missing here does not compile. */
export const policy = {
  "account.view": EVERYBODY,
  "account.signOut": EVERYBODY,
  "account.switchRole": EVERYBODY,
  "account.sessions.view": EVERYBODY,
  "account.sessions.end": EVERYBODY,
  "account.stay": EVERYBODY,
  "account.data.view": EVERYBODY,
  "account.security.view": EVERYBODY,
  "account.security.change": EVERYBODY,

  "recovery.view": RECOVERY,
  "recovery.ask": RECOVERY,
  "recovery.decide": ["TEAM_LEAD", "ADMINISTRATOR"],

  "facility.home": FACILITY,
  "facility.residents.view": FACILITY,
  "facility.residents.edit": FACILITY,
  "facility.releases.view": ["PRISON_SOCIAL_SERVICE"],
  "facility.releases.edit": ["PRISON_SOCIAL_SERVICE"],
  "facility.requests.view": FACILITY,
  "facility.requests.edit": FACILITY,
  "facility.requests.send": FACILITY,
  "facility.requests.withdraw": FACILITY,
  "facility.visits.view": FACILITY,
  "facility.visits.answer": FACILITY,
  "facility.visits.people": FACILITY,
  "facility.site.view": FACILITY,
  "facility.site.edit": FACILITY,
  "facility.colleagues.view": FACILITY,
  /** Of these the house's lead alone: the membership says so, not the role (lib/colleagues/rules.ts; beneath it the trigger membership_by_lead). */
  "facility.colleagues.lead": FACILITY,

  "office.home": LEAD,
  "office.requests.view": LEAD,
  "office.requests.decide": LEAD,
  "office.board.view": LEAD,
  "office.tours.view": LEAD,
  "office.tours.plan": LEAD,
  "office.visits.view": LEAD,
  "office.visits.plan": LEAD,
  "office.visits.announce": LEAD,
  "office.review.view": LEAD,
  "office.review.leave": LEAD,
  "office.resources.view": LEAD,
  "office.absences.enter": LEAD,
  "office.cards.view": LEAD,
  "office.cards.record": LEAD,
  "office.facilities.view": LEAD,
  "office.demand.view": LEAD,
  "office.persons.view": LEAD,
  "office.persons.disclose": LEAD,
  "office.persons.correct": LEAD,
  "office.persons.restrict": LEAD,
  "office.mails.view": LEAD,
  "office.mails.resend": LEAD,

  "field.home": ["CREW"],
  "field.tours.view": ["CREW", "TEAM_LEAD"],
  "field.tours.drive": ["CREW"],
  "field.outcomes.record": ["CREW"],
  "field.outcomes.correct": ["CREW", "TEAM_LEAD"],

  "admin.home": OVERSIGHT,
  "admin.users.view": OVERSIGHT,
  "admin.users.edit": ADMIN,
  "admin.audit.view": OVERSIGHT,
  "admin.retention.view": OVERSIGHT,
  "admin.holds.edit": ADMIN,
  "admin.parameters.view": OVERSIGHT,
  "admin.parameters.edit": ADMIN,
  "admin.keys.view": OVERSIGHT,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof policy;

/** What asks for no permission, each with the reason. An address or action that is neither here nor names a permission fails the build. */
export const openToAll = {
  "/": "says what this is; no personal data",
  "/accessibility": "declaration of accessibility (BITV)",
  "/easy-language": "information in easy language (BITV)",
  "/english": "information in English",
  "/imprint": "imprint",
  "/privacy": "privacy notices (Art. 13 and 14 GDPR)",
  "/sign-language": "information on sign language (BITV)",
  "/login": "the way in",
  "/login/city": "leads to the city's own sign-in",
  "/login/city/end": "leads to where the city's own sign-in ends",
  "/login/code": "second step of the way in; bound to the browser that asked",
  "/account/session-left": "says how long the session of this browser lasts, nothing else, and does not prolong it",
  "/login/factor": "the second factor; shows and does nothing without a session that began in this browser",
  "/home": "leads each person to the start page of the role, everybody else to the sign-in",
  "/api/auth/[...nextauth]": "next-auth's own endpoints; the session row decides what a cookie is worth",
  "/.well-known/security.txt": "whom to tell about a weakness (RFC 9116)",
  "/api/passkeys/[purpose]": "a challenge for a passkey, bound to the session of this browser; nothing without one",
  "/api/health/live": "says that the process answers, nothing else",
  "/api/health/ready": "says whether the process can work, nothing else",
  "/do/[action]": "the one door of all forms; it asks each action for its permission",
  "/do/login.code": "asks for a sign-in code; the same answer for every address",
  "/do/login.redeem": "uses up a sign-in code in the browser that asked for it",
  "/do/factor.prove": "the second factor by a typed code; needs the session of this browser",
  "/do/factor.passkey": "the second factor by a passkey; needs the session of this browser",
  "/do/factor.demo": "the demo's one click once more; refused everywhere else",
  "/do/factor.beginTotp": "sets up the first factor of a session that owes one",
  "/do/factor.confirmTotp": "sets up the first factor of a session that owes one",
  "/do/factor.addPasskey": "sets up the first factor of a session that owes one",
  "/do/factor.leave": "ends the session of this browser",
  "/do/login.demo": "the demo's one-click sign-in; refused everywhere else",
} as const;

/** Whether a role has a permission. */
export function may(role: Role, permission: Permission): boolean {
  const roles: readonly Role[] = policy[permission];
  return roles.includes(role);
}

/** Where each role lands after signing in. */
export const HOME_OF: Readonly<Record<Role, string>> = {
  FACILITY_STAFF: "/facility",
  PRISON_SOCIAL_SERVICE: "/facility",
  TEAM_LEAD: "/office",
  CREW: "/field",
  ADMINISTRATOR: "/admin",
  DATA_PROTECTION_OFFICER: "/admin",
};
