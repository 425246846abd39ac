import type { Upload } from "@/lib/forms/uploads";

/** The names that steer a form and are never part of what was typed. */
export const FORM_KEY = "_key";
export const FORM_FROM = "_from";
export const FORM_INSTANCE = "_form";
const CONTROL_NAMES: readonly string[] = [FORM_KEY, FORM_FROM, FORM_INSTANCE];

export type FormValues = Readonly<Record<string, readonly string[]>>;

/** The typed values of a form by name, without control fields; files are refused by leaving them out. */
export function valuesOf(form: FormData): FormValues {
  const values: Record<string, string[]> = Object.create(null);
  for (const [name, value] of form) {
    if (CONTROL_NAMES.includes(name) || typeof value !== "string") continue;
    (values[name] ??= []).push(normalised(value));
  }
  return values;
}

/** The file that came with a form, if somebody chose one; its bytes are read and nothing else is done with them. */
export async function fileOf(form: FormData): Promise<Upload | null> {
  for (const value of form.values()) {
    if (typeof value !== "string" && value.name !== "") return { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) };
  }
  return null;
}

/** One spelling of umlauts (NFC) and of line ends, so that the same text is stored the same way. */
function normalised(value: string): string {
  return value.normalize("NFC").replace(/\r\n?/g, "\n");
}

/**
 * The values as a schema reads them: a single value as a string, several as a list, and the three parts of a date input
 * (`born.day`, `born.month`, `born.year`) as one `YYYY-MM-DD`, empty when nothing was typed.
 */
export function schemaInput(values: FormValues): Record<string, string | readonly string[]> {
  const input: Record<string, string | readonly string[]> = Object.create(null);
  for (const [name, list] of Object.entries(values)) {
    const datePart = /^(.+)\.(day|month|year)$/.exec(name);
    if (datePart) {
      const base = datePart[1]!;
      input[base] ??= dateOf(values, base);
    } else if (["day", "month", "year"].some((part) => values[`${name}.${part}`] !== undefined)) {
      input[name] = dateOf(values, name);
    } else {
      input[name] = list.length === 1 ? list[0]! : list;
    }
  }
  return input;
}

/** A date that is given twice or in two ways is no date; it comes back as a list, which no schema of a date takes. */
function dateOf(values: FormValues, base: string): string | readonly string[] {
  const given = [base, `${base}.day`, `${base}.month`, `${base}.year`].map((name) => values[name] ?? []);
  if (given[0]!.length > 0 || given.some((list) => list.length > 1)) return given.flat();
  const part = (name: string): string => (values[`${base}.${name}`]?.[0] ?? "").trim();
  const [day, month, year] = [part("day"), part("month"), part("year")];
  if (!day && !month && !year) return "";
  return `${year.padStart(4, "0")}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
