import type { PersonalPlace, PersonalTable } from "@/lib/privacy/register";
import type { ParameterValues } from "@/lib/law/parameters";
import type { Role } from "@/lib/auth/types";
import type { AuditAction } from "@/lib/audit/types";

/** Whose data a document shows (Art. 15 GDPR): a resident of a roster, or somebody with an account. */
export const subjectKinds = ["resident", "account"] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** `outside`: no row of the table can be told to be about one person, or its texts are about a house. */
export type TablePart = SubjectKind | "both" | "outside";

/**
 * How a column stands in the document. `fact`: its value. `opened`: the portal opens its seal first. `note`: text of several persons' request, shown only where no other person is in it.
 * `link`: an id by which the row was found. `proof`: proves or recognises who somebody is (secret, hash, key) and is given to nobody. `none`: see its table.
 */
export type Showing = "fact" | "opened" | "note" | "link" | "proof" | "none";

/** A value as it is stored, opened; `withheld` is a note in which somebody else may be named. */
export type Fact = string | number | boolean | Date | null | readonly string[] | { readonly withheld: true } | { readonly [name: string]: string | boolean | null };
export type DisclosedRow = Readonly<Record<string, Fact>>;
export type DisclosedTable = { readonly table: PersonalTable; readonly rows: readonly DisclosedRow[] };

/** One access to the data or change of it: no name of who did it, only the role. */
export type DisclosedAccess = { readonly at: Date; readonly action: AuditAction; readonly role: Role | null; readonly isOwn: boolean };

export type Disclosure = {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly madeAt: Date;
  /** Who told us: the house of a resident. */
  readonly facility: { readonly name: string; readonly kind: "NURSING_HOME" | "PRISON" } | null;
  readonly tables: readonly DisclosedTable[];
  /** The newest first. */
  readonly accesses: readonly DisclosedAccess[];
  /** How many there are, also beyond the newest that the document lists. */
  readonly accessCount: number;
  readonly parameters: ParameterValues;
};

export type { PersonalPlace, PersonalTable };
