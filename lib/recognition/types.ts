import type { CivilDate } from "@/lib/time/calendar";

/** What a person is recognised by. */
export type Named = { readonly lastName: string; readonly firstNames: string; readonly bornOn: CivilDate };

/** Somebody who stands in the roster already. */
export type Listed = Named & { readonly id: string };

/** Who of a roster is the person in question, and who may be. */
export type Recognised<T extends Named> = { readonly same: T | null; readonly similar: readonly T[] };
