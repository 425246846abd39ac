import type { ApplicationReason } from "@/lib/cases/types";
import type { FeeRefusal } from "@/lib/law/reduction";
import type { CivilDate } from "@/lib/time/calendar";

/** What a house says about one person of a request: why and until when a document is needed, whether the fee is a hardship, whether the card shall be sent. */
export type Needs = { readonly resident: string; readonly reason: ApplicationReason | null; readonly neededBy: CivilDate | null; readonly reduction: boolean; readonly shipping: boolean };

/** Refusals of what is said and recorded about the cases of one person beside the roster. */
export type CaseFactRefusal = FeeRefusal | { readonly code: "authorisation.notNeeded" } | { readonly code: "authorisation.inTheFuture" };
