import type { Role } from "@/lib/auth/types";
import { entriesOf, showing, tablesOf } from "@/lib/disclosures/rules";
import type { SubjectKind } from "@/lib/disclosures/types";
import type { PersonalEntry, PersonalPlace, PersonalTable } from "@/lib/privacy/register";

/** Whom a privacy notice speaks to (Art. 13 and 14 GDPR): whoever is visited, at home or in prison, and each role of the portal. */
export const noticeKinds = ["residents", "inmates", "facility", "prison", "lead", "crew", "administrator", "officer"] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const NOTICE_OF_ROLE: Readonly<Record<Role, NoticeKind>> = {
  FACILITY_STAFF: "facility",
  PRISON_SOCIAL_SERVICE: "prison",
  TEAM_LEAD: "lead",
  CREW: "crew",
  ADMINISTRATOR: "administrator",
  DATA_PROTECTION_OFFICER: "officer",
};

/** The notice of a role, one press away on each of its pages. */
export function noticePath(kind: NoticeKind): string {
  return `/privacy?about=${kind}`;
}

export function isNoticeKind(text: string | undefined): text is NoticeKind {
  return noticeKinds.some((kind) => kind === text);
}

/** Who is visited did not tell us; whoever has an account did. */
export function subjectKindOf(kind: NoticeKind): SubjectKind {
  return kind === "residents" || kind === "inmates" ? "resident" : "account";
}

const OF_TEAMS: readonly PersonalTable[] = ["StaffMember", "Training", "TourMember", "Reservation"];
const ONLY_FOR: Partial<Record<PersonalTable, readonly NoticeKind[]>> = {
  ResidentCustody: ["inmates"],
  Facility: ["facility", "prison"],
  RosterImport: ["facility", "prison"],
  LeftFinding: ["lead"],
  ReleaseForecast: ["inmates", "prison"],
  Appointment: ["residents", "inmates", "crew", "lead"],
  DeletionHold: ["residents", "inmates", "lead", "administrator"],
};

export type NoticeTable = { readonly table: PersonalTable; readonly entries: readonly PersonalEntry[] };

/** What the database may hold about whom a notice speaks to, from the classification: its tables with the columns that the document on one's own data shows. */
export function noticeTables(kind: NoticeKind): readonly NoticeTable[] {
  const subject = subjectKindOf(kind);
  return tablesOf(subject)
    .filter((table) => (OF_TEAMS.includes(table) ? kind === "crew" || kind === "lead" : (ONLY_FOR[table]?.includes(kind) ?? true)))
    .map((table) => ({ table, entries: entriesOf(subject, table) }));
}

/** Whether the column has words of its own in a notice. */
export function isNamed({ table, column }: PersonalEntry): boolean {
  return showing[`${table}.${column}` as PersonalPlace] === "fact";
}
