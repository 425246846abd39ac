import type { Role } from "@/lib/auth/types";

export type DemoAccount = { readonly email: string; readonly name: string; readonly role: Role };

/** Every address of the demo ends like this, and no mail ever gets there (RFC 2606). */
export const DEMO_DOMAIN = "@demo.example";

/** The accounts that the demo's sign-in page offers; the seed creates them. They do not exist elsewhere. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { email: "burgholz@demo.example", name: "Marion Feldkamp", role: "FACILITY_STAFF" },
  { email: "linde@demo.example", name: "Tobias Wendt", role: "FACILITY_STAFF" },
  { email: "jva@demo.example", name: "Karin Ostholt", role: "PRISON_SOCIAL_SERVICE" },
  { email: "leitung@demo.example", name: "Birgit Sander", role: "TEAM_LEAD" },
  { email: "team1@demo.example", name: "Aylin Kaya", role: "CREW" },
  { email: "team2@demo.example", name: "Jonas Pieper", role: "CREW" },
  { email: "admin@demo.example", name: "Rolf Tenhagen", role: "ADMINISTRATOR" },
  { email: "datenschutz@demo.example", name: "Ines Hallmann", role: "DATA_PROTECTION_OFFICER" },
];
