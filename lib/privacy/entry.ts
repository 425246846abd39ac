import type { LegalBasis, PersonalColumn, PersonGroup, Purpose } from "@/lib/privacy/types";
import type { RetentionClass } from "@/lib/privacy/classes";

/** Makes the entries of columns that share person, legal basis and retention class; what differs is the purpose. */
export function columnsOf(about: PersonGroup, basis: LegalBasis, retention: RetentionClass) {
  return (purpose: Purpose, more: { readonly isSealed?: boolean; readonly isFreeText?: boolean } = {}): PersonalColumn => ({
    about,
    purpose,
    basis,
    retention,
    isSealed: more.isSealed ?? false,
    isFreeText: more.isFreeText ?? false,
  });
}

/** What a column is whose text somebody types. */
export const typed = { isFreeText: true } as const;
/** What a column is that only the portal's data key opens. */
export const sealed = { isSealed: true } as const;

/** Columns without personal data and without typed text. */
export function none<const Name extends string>(...names: readonly Name[]): Record<Name, "none"> {
  return Object.fromEntries(names.map((name) => [name, "none"])) as Record<Name, "none">;
}
