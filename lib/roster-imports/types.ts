import type { CustodyKind, IdCardState, MainResidence, Nationality } from "@/lib/residents/types";
import type { CivilDate } from "@/lib/time/calendar";

/** What a list may say about a person, in the order of our own files. */
export const rosterColumns = [
  "lastName", "firstNames", "bornOn", "nationality", "mainResidence", "idCardState", "idExpiresOn", "hasValidPassport", "isPermanentResident", "isExempted", "custodyKind", "custodySinceOn", "releaseOn",
] as const;
export type RosterColumn = (typeof rosterColumns)[number];

/** Without these nobody can be recognised. */
export const neededColumns = ["lastName", "firstNames", "bornOn"] as const satisfies readonly RosterColumn[];

/** A person as a row of a list names her; what the list does not say is unknown. */
export type ImportedPerson = {
  /** The number of the row in the file. */
  readonly row: number;
  readonly lastName: string;
  readonly firstNames: string;
  readonly bornOn: CivilDate;
  readonly nationality: Nationality;
  readonly mainResidence: MainResidence;
  readonly idCardState: IdCardState;
  /** `YYYY-MM-DD`, or `YYYY-MM` where only the month is known. */
  readonly idExpiresOn: string | null;
  readonly hasValidPassport: boolean;
  readonly isPermanentResident: boolean;
  readonly isExempted: boolean;
  readonly custodyKind: CustodyKind | null;
  readonly custodySinceOn: CivilDate | null;
  readonly releaseOn: CivilDate | null;
};

/** What is wrong with a cell. `choices` refuses a word that none of a column's own is; `contradicts` a person who stands in an earlier row with other facts. */
export type CellFault =
  | { readonly code: "missing" }
  | { readonly code: "tooLong"; readonly most: number }
  | { readonly code: "noDate" }
  | { readonly code: "noDateOrMonth" }
  | { readonly code: "shortYear" }
  | { readonly code: "choices" }
  | { readonly code: "inTheFuture" }
  | { readonly code: "tooLongAgo" }
  | { readonly code: "releaseInThePast" }
  | { readonly code: "releaseBeforeCustody" }
  | { readonly code: "contradicts"; readonly row: number };
export type RowFault = { readonly row: number; readonly column: RosterColumn; readonly fault: CellFault };

/** How a list is read: where its columns stand, under which words, and which of its columns are not taken over. */
export type Headings = { readonly row: number; readonly places: Partial<Readonly<Record<RosterColumn, number>>>; readonly ignored: readonly string[] };

/** What becomes of the rows. `similar` names an entry of the roster or an earlier row that may be the same person. */
export type Judged = {
  readonly listed: readonly { readonly row: number; readonly residentId: string }[];
  readonly twice: readonly { readonly row: number; readonly firstRow: number }[];
  readonly similar: readonly { readonly row: number; readonly residentId: string | null; readonly otherRow: number | null }[];
};

/** A list that was read and waits for somebody's yes; sealed. With faults it keeps no person. */
export type ImportDraft = Judged & {
  readonly fileName: string;
  readonly ignored: readonly string[];
  readonly persons: readonly ImportedPerson[];
  readonly faults: readonly RowFault[];
  /** All of them; `faults` holds the first ones. */
  readonly faultCount: number;
};

/** A draft as it is sealed: deflated JSON in base64. A list of ten thousand people is a tenth of itself so, on its way to the database and in the memory of the process. */
export type PackedDraft = { readonly deflated: string };

export const MOST_ROWS = 10_000;
/** As many faults as somebody mends before reading the file again. */
export const MOST_FAULTS = 200;

export type ImportRefusal =
  | { readonly code: "import.noFile" }
  | { readonly code: "import.file"; readonly fault: "fileName" | "tableType" | "fileTooLarge" | "fileUnpacked" }
  | { readonly code: "import.quoteOpen"; readonly row: number }
  | { readonly code: "import.tooManyRows"; readonly most: number }
  | { readonly code: "import.noSheet" }
  | { readonly code: "import.empty" }
  | { readonly code: "import.columnsMissing"; readonly columns: readonly RosterColumn[] }
  | { readonly code: "import.columnTwice"; readonly column: RosterColumn }
  | { readonly code: "import.hasFaults" }
  | { readonly code: "import.similarUnanswered" }
  | { readonly code: "import.rosterChanged" };
