import type { ReactNode } from "react";
import type { FormEcho } from "@/lib/forms/types";

/** What every field takes. A typed value in the echo wins over `defaultValue`. */
export type FieldProps = {
  readonly echo: FormEcho;
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly defaultValue?: string | null;
  /** Not required means marked as "(optional)". */
  readonly required?: boolean;
  /** Leaves the "(optional)" away, e.g. in filters. */
  readonly hideOptional?: boolean;
  readonly autoComplete?: string;
  /** Tells apart fields of the same name in two forms of one page. */
  readonly idPrefix?: string;
  /** Stands beside the field: what the law says about this answer. */
  readonly aside?: ReactNode;
};

export type FieldState = {
  readonly id: string;
  readonly hintId: string;
  readonly errorId: string;
  readonly value: string;
  readonly values: readonly string[];
  readonly error: string | null;
  readonly describedBy: string | undefined;
  readonly isEchoed: boolean;
};

type StateInput = Pick<FieldProps, "echo" | "name" | "hint" | "defaultValue" | "idPrefix">;

export const DEFAULT_ID_PREFIX = "field";

/** The id that an error summary links to. Parts of a date or time lead to their field. */
export function fieldId(name: string, idPrefix: string = DEFAULT_ID_PREFIX): string {
  return `${idPrefix}-${name.replace(/\.(day|month|year)$/, "")}`;
}

/** Only the echo of this very form: two forms of one page do not show each other's errors. */
export function echoOf(echo: FormEcho, action: string): FormEcho {
  return echo?.action === action ? echo : null;
}

/** Looks up the typed value and the error of one field. */
export function fieldState({ echo, name, hint, defaultValue, idPrefix }: StateInput): FieldState {
  const id = fieldId(name, idPrefix);
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const error = echo?.errors.find(({ field }) => field === name || field?.startsWith(`${name}.`))?.message ?? null;
  const values = echo ? (echo.values[name] ?? []) : defaultValue ? [defaultValue] : [];
  const describedBy = [hint ? hintId : null, error ? errorId : null].filter(Boolean).join(" ") || undefined;
  return { id, hintId, errorId, value: values[0] ?? "", values, error, describedBy, isEchoed: echo !== null };
}
