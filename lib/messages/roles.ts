import type { Role } from "@/lib/auth/types";

/** How the roles are called. */
export const roleLabels = {
  FACILITY_STAFF: "Einrichtung",
  PRISON_SOCIAL_SERVICE: "Sozialdienst der JVA",
  TEAM_LEAD: "Teamleitung",
  CREW: "Team unterwegs",
  ADMINISTRATOR: "Verwaltung der Konten",
  DATA_PROTECTION_OFFICER: "Datenschutz",
} as const satisfies Record<Role, string>;
