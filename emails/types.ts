import type { SubjectChange } from "@/lib/subjects/types";
import type { DateQuestionReason } from "@/lib/visits/types";
import type { DeclineReason, QuestionReason, WithdrawReason } from "@/lib/requests/types";

/**
 * What each mail says: references, dates and codes. There is no field for a person's name, birth date, health or custody (R62),
 * and none for text that somebody typed. `path` is the place in the portal that the mail links to.
 * Instants are ISO strings because the facts wait in the database until they are sent.
 */
export type MailFactsByKind = {
  readonly "sign-in-code": { readonly code: string; readonly path: string; readonly minutesValid: number };
  readonly "factor-changed": { readonly reason: FactorChange; readonly path: string };
  readonly "factor-reset-asked": { readonly path: string };
  readonly "factor-reset": { readonly path: string };
  readonly "person-rights": { readonly change: SubjectChange; readonly path: string };
  readonly "invitation": { readonly path: string };
  readonly "request-received": RequestFacts & { readonly persons: number };
  readonly "request-questioned": RequestFacts & { readonly reason: QuestionReason };
  readonly "request-accepted": RequestFacts;
  readonly "request-declined": RequestFacts & { readonly reason: DeclineReason };
  readonly "request-withdrawn": RequestFacts & { readonly reason: WithdrawReason };
  readonly "visit-announced": VisitFacts;
  readonly "visit-moved": VisitFacts & { readonly previousStartsAt: string };
  readonly "visit-confirmed": VisitFacts;
  readonly "visit-cancelled": VisitReference & { readonly startsAt: string; readonly endsAt: string };
  readonly "visit-reminder": VisitFacts;
  readonly "visit-crew-changed": VisitFacts;
  readonly "facility-reminder": { readonly path: string };
  readonly "site-reminder": { readonly path: string };
  readonly "tour-assigned": TourFacts;
  readonly "tour-changed": TourFacts & { readonly change: TourChange };
  readonly "tour-cancelled": TourFacts & { readonly because: TourLeft };
  readonly "office-request-sent": RequestFacts & { readonly persons: number };
  readonly "office-request-answered": RequestFacts;
  readonly "office-request-withdrawn": RequestFacts & { readonly reason: WithdrawReason };
  readonly "office-date-confirmed": VisitReference & { readonly startsAt: string };
  readonly "office-people-changed": VisitReference & { readonly startsAt: string; readonly change: PeopleChangeKind; readonly persons: number };
  readonly "office-date-questioned": VisitReference & { readonly startsAt: string; readonly reason: DateQuestionReason };
};

/** What became of a person's second factor: added, removed, or new recovery codes. */
export type FactorChange = "TOTP_ADDED" | "PASSKEY_ADDED" | "TOTP_REMOVED" | "PASSKEY_REMOVED" | "CODES_RENEWED";

export type MailKind = keyof MailFactsByKind;

export type RequestFacts = { readonly reference: string; readonly path: string };
export type VisitReference = { readonly reference: string; readonly path: string };
export type VisitFacts = VisitReference & {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly crew: readonly string[];
  readonly visitCode: string;
};

/** From leaving the depot until being back; of whom and where the crew reads in the portal. */
export type TourFacts = { readonly reference: string; readonly path: string; readonly startsAt: string; readonly endsAt: string };
export type TourChange = "FRAME" | "CREW" | "KIT" | "VEHICLE" | "VISITS" | "PEOPLE";
/** The tour is off, or it goes without this person. */
export type TourLeft = "TOUR_CANCELLED" | "CREW_CHANGED";

/** What a house changed about an announced visit's people; who and why stands in the portal alone. */
export type PeopleChangeKind = "LEFT" | "JOINED" | "NOBODY_LEFT";

/** A calendar entry: the same UID for the life of a visit, a sequence that rises with every one sent. */
export type CalendarFacts = {
  readonly method: "REQUEST" | "CANCEL";
  readonly status: "TENTATIVE" | "CONFIRMED" | "CANCELLED";
  readonly uid: string;
  readonly sequence: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly reference: string;
  readonly path: string;
};

/** A written mail: the subject, and the same words as text and as HTML. */
export type WrittenMail = { readonly subject: string; readonly text: string; readonly html: string };

/** What a mail needs beside its facts: where the portal is, and the telephone of the office that signs. */
export type MailContext = { readonly origin: string; readonly officePhone: string };

/** Writes the mails of one kind. Pure: the same facts give the same mail at every attempt to send it. */
export type MailWriter<K extends MailKind> = (facts: MailFactsByKind[K], context: MailContext) => WrittenMail;
