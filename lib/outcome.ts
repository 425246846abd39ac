/** What every command and many rules answer: it was done, or it was refused with a code and the facts of why. */

export type Done<T> = { readonly ok: true; readonly value: T };
export type Refused<R> = { readonly ok: false; readonly refusal: R };
export type Outcome<T, R> = Done<T> | Refused<R>;

/** The least that every refusal carries; each feature's union narrows the code and adds its facts. */
export type AnyRefusal = { readonly code: string };

export function done<T>(value: T): Done<T> {
  return { ok: true, value };
}

export function refused<const R extends AnyRefusal>(refusal: R): Refused<R> {
  return { ok: false, refusal };
}
