/** Refusals of what is said and recorded about the cases of one person beside the roster. */
import type { FeeRefusal } from "@/lib/law/reduction";

export type CaseFactRefusal = FeeRefusal | { readonly code: "authorisation.notNeeded" } | { readonly code: "authorisation.inTheFuture" };
