import { access } from "@/lib/privacy/access";
import { asking } from "@/lib/privacy/asking";
import { people } from "@/lib/privacy/people";
import { places } from "@/lib/privacy/places";
import { planning } from "@/lib/privacy/planning";
import { resources } from "@/lib/privacy/resources";
import type { PersonalColumn, Register } from "@/lib/privacy/types";
import { sealing } from "@/lib/privacy/sealing";
import { visiting } from "@/lib/privacy/visiting";
import { writing } from "@/lib/privacy/writing";

/**
 * Every column of the database: what personal data it holds, about whom, what for, on what legal basis, until when; or that it holds none. A column that is
 * missing here, and an entry without its column, fail the tests (tests/database/classification.test.ts).
 */
const themes = { ...people, ...asking, ...visiting, ...places, ...resources, ...access, ...writing, ...planning, ...sealing } as const;
export const register: Register = themes;

type Themes = typeof themes;
type PersonalNames<T extends keyof Themes> = { [C in keyof Themes[T]]: Themes[T][C] extends "none" ? never : C & string }[keyof Themes[T]];
/** The tables that hold personal data or typed text. Whoever must say something about each of them does not compile when one is added. */
export type PersonalTable = { [T in keyof Themes]: [PersonalNames<T>] extends [never] ? never : T }[keyof Themes];
/** The same for columns, as `Table.column`. */
export type PersonalPlace = { [T in PersonalTable]: `${T}.${PersonalNames<T>}` }[PersonalTable];

export type PersonalEntry = PersonalColumn & { readonly table: string; readonly column: string };

/** The columns with personal data or typed text, in the order of the themes. */
export const personalColumns: readonly PersonalEntry[] = Object.entries(register).flatMap(([table, columns]) =>
  Object.entries(columns).flatMap(([column, entry]) => (entry === "none" ? [] : [{ table, column, ...entry }])),
);
