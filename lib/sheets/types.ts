/** A row of a table with the number that a spreadsheet shows beside it; what is empty is an empty text. Dates of a workbook are YYYY-MM-DD. */
export type SheetRow = { readonly number: number; readonly cells: readonly string[] };

/** Why a file is no table: a quotation mark that is never closed, more rows than allowed, or no sheet in it. */
export type SheetFault = { readonly code: "quoteOpen"; readonly row: number } | { readonly code: "tooManyRows"; readonly most: number } | { readonly code: "noSheet" };
export type Sheet = { readonly ok: true; readonly rows: readonly SheetRow[] } | { readonly ok: false; readonly fault: SheetFault };

/** More columns than any list of people has; what stands further right is not read. */
export const MOST_COLUMNS = 60;
