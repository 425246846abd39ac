import type { MailKind } from "@/emails/types";
import type { AuditAction, AuditGroup, AuditSubject, RefusalReason } from "@/lib/audit/types";
import type { LimitName } from "@/lib/auth/limits";
import type { AuthRefusal, Role } from "@/lib/auth/types";
import type { CollectionWay, OldCard } from "@/lib/cards/types";
import type { AppointmentOutcome, FeeDecision, Service } from "@/lib/cases/types";
import type { CorrectionReason } from "@/lib/corrections/types";
import type { FactorWay } from "@/lib/factors/types";
import type { ParameterKey } from "@/lib/law/parameters";
import type { RetentionClass } from "@/lib/privacy/classes";
import type { DeclineReason, QuestionReason, WithdrawReason } from "@/lib/requests/types";
import type { LeaveReason, ReviewKind } from "@/lib/review/types";
import type { HoldReason } from "@/lib/retention/types";
import type { MainResidence, Nationality } from "@/lib/residents/types";
import type { LiftReason } from "@/lib/subjects/types";
import type { DateQuestionReason } from "@/lib/visits/types";

/** Why somebody did not get in by the city's own sign-in. */
export type CityRefusal = Extract<AuthRefusal["code"], `provider.${string}`>;

/** The codes that an entry may carry, by the name under which it does. Each has its German word in lib/messages/audit-details.ts, or it does not compile. */
export type AuditCodes = {
  readonly because: CorrectionReason;
  readonly before: AppointmentOutcome;
  readonly dataClass: RetentionClass;
  readonly decision: FeeDecision;
  readonly finding: ReviewKind;
  readonly format: "csv" | "jsonl";
  readonly kind: AuditAction | AuditGroup | MailKind | "TOTP" | "PASSKEY";
  readonly limit: LimitName;
  readonly mainResidence: MainResidence;
  readonly mainResidenceBefore: MainResidence;
  readonly nationality: Nationality;
  readonly nationalityBefore: Nationality;
  readonly oldCard: OldCard;
  readonly outcome: AppointmentOutcome;
  readonly parameter: ParameterKey;
  readonly reason: RefusalReason | DeclineReason | QuestionReason | WithdrawReason | DateQuestionReason | HoldReason | LiftReason | LeaveReason | CityRefusal;
  readonly role: Role;
  readonly service: Service;
  readonly subject: AuditSubject;
  readonly way: "code" | "demo" | "provider" | FactorWay | CollectionWay;
};

/** What else an entry may carry. `place` is where somebody was refused: a permission, a form's name, a word of the front door. */
type AuditFacts = {
  readonly ids: "about" | "case" | "entry" | "factor" | "hold" | "kit" | "membership" | "request" | "reservation" | "reset" | "tour" | "user" | "vehicle" | "visit" | "who";
  readonly lists: "staff" | "tours";
  readonly days: "authorisedOn" | "fromOn" | "tourOn" | "untilOn";
  readonly texts: "from" | "head" | "place" | "route" | "until";
  readonly numbers: "added" | "cases" | "checked" | "confirmed" | "count" | "factors" | "faults" | "fromMinutes" | "left" | "page" | "persons" | "seconds" | "sessions" | "through" | "tries" | "untilMinutes" | "value";
  readonly facts: "birthDate" | "name" | "secondFactor";
};
export type AuditDetailName = keyof AuditCodes | AuditFacts[keyof AuditFacts];

/** Ids, codes, numbers and civil dates only, never free text. */
export type AuditDetails = {
  readonly [Name in AuditDetailName]?: Name extends keyof AuditCodes
    ? AuditCodes[Name]
    : Name extends AuditFacts["numbers"]
      ? number
      : Name extends AuditFacts["lists"]
        ? readonly string[]
        : Name extends AuditFacts["facts"]
          ? boolean
          : string | null;
};
