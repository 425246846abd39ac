import { ConfigurationError, env } from "@/lib/env";
import { DEMO_DOMAIN } from "@/lib/auth/demo";
import { scopeOf } from "@/lib/auth/scope";
import { inScope } from "@/lib/db/in-scope";
import { rightsFaults, strongLogin } from "@/lib/db/rights";
import { Prisma } from "@/prisma/generated/client/client";

/**
 * The constraints that keep the promises of this portal, word for word as the database states them. A database in which one is missing or says
 * something else is not served: above all reservation_no_overlap, without which a kit could be booked twice.
 */
export const GUARDS: Readonly<Record<string, string>> = {
  appointment_case_open_once: "EXCLUDE USING btree (\"caseId\" WITH =) WHERE (((outcome IS NULL) AND (\"removedAt\" IS NULL)))",
  appointment_envelope_of_application: "CHECK (((\"isEnvelopeRecorded\" IS NULL) OR (NOT (outcome IS DISTINCT FROM 'APPLIED'::\"OutcomeCode\"))))",
  appointment_impediment_reason: "CHECK (((NOT (outcome IS DISTINCT FROM 'NOT_POSSIBLE'::\"OutcomeCode\")) = (\"impedimentSealed\" IS NOT NULL)))",
  appointment_impediment_sealed: "CHECK ((\"impedimentSealed\" ~~ 's1.%'::text))",
  appointment_leave_reason_sealed: "CHECK ((\"leaveReasonSealed\" ~~ 's1.%'::text))",
  appointment_left_before_outcome: "CHECK (((\"leaveReasonSealed\" IS NULL) OR ((\"removedAt\" IS NOT NULL) AND (outcome IS NULL))))",
  appointment_outcome_dated: "CHECK (((outcome IS NULL) = (\"outcomeAt\" IS NULL)))",
  blocked_time_days: "CHECK ((\"firstOn\" <= \"lastOn\"))",
  blocked_time_forward: "CHECK (((\"fromMinutes\" >= 0) AND (\"fromMinutes\" < \"untilMinutes\") AND (\"untilMinutes\" <= 1440)))",
  case_closed_with_reason: "CHECK ((((state = 'CLOSED'::\"CaseState\") = (\"closeReason\" IS NOT NULL)) AND ((\"closeReason\" IS NULL) = (\"closedAt\" IS NULL))))",
  case_authorised_document: "CHECK (((\"authorisedOn\" IS NULL) OR (service = ANY (ARRAY['ID_CARD'::\"Service\", 'PROVISIONAL_ID'::\"Service\"]))))",
  case_fee_decision_whole: "CHECK ((((\"feeDecision\" IS NULL) = (\"feeDecisionReason\" IS NULL)) AND ((\"reducedFeeCents\" IS NOT NULL) = (NOT (\"feeDecision\" IS DISTINCT FROM 'REDUCED'::\"FeeDecision\"))) AND ((\"reducedFeeCents\" IS NULL) OR (\"reducedFeeCents\" > 0))))",
  case_shipping_of_card: "CHECK (((NOT \"isShippingWanted\") OR (service = 'ID_CARD'::\"Service\")))",
  closure_forward: "CHECK ((\"fromOn\" < \"untilOn\"))",
  closure_place: "CHECK (((kind = 'OFFICE_CLOSED'::\"ClosureKind\") = (\"facilityId\" IS NULL)))",
  data_key_probe_sealed: "CHECK ((probe ~~ 's1.%'::text))",
  deletion_hold_about: "CHECK (\nCASE\n    WHEN (\"residentId\" IS NULL) THEN ((\"requestId\" IS NOT NULL) AND (\"untilOn\" IS NOT NULL) AND (\"announcedAt\" IS NULL))\n    ELSE (num_nonnulls(\"requestId\", \"caseId\", \"untilOn\") = 0)\nEND)",
  deletion_hold_told_before: "CHECK (((\"residentId\" IS NULL) OR (\"endedAt\" IS NULL) OR ((\"announcedAt\" IS NOT NULL) AND (\"announcedAt\" <= \"endedAt\"))))",
  deletion_hold_ended: "CHECK (((\"endedById\" IS NULL) OR (\"endedAt\" IS NOT NULL)))",
  figure_positive: "CHECK ((count > 0))",
  factor_reset_decided: "CHECK ((((\"decidedAt\" IS NULL) = (\"decidedById\" IS NULL)) AND ((NOT \"isConfirmed\") OR (\"decidedAt\" IS NOT NULL))))",
  factor_reset_open_once: "EXCLUDE USING btree (\"userId\" WITH =) WHERE ((\"decidedAt\" IS NULL))",
  factor_reset_two_people: "CHECK (((\"askedById\" <> \"userId\") AND ((NOT \"isConfirmed\") OR ((\"decidedById\" <> \"askedById\") AND (\"decidedById\" <> \"userId\")))))",
  factor_throttle_counts: "CHECK ((failures >= 1))",
  factor_whole: "CHECK (\nCASE kind\n    WHEN 'TOTP'::\"FactorKind\" THEN ((\"sealedSecret\" IS NOT NULL) AND (num_nonnulls(\"credentialId\", \"publicKey\", \"signCount\") = 0))\n    ELSE ((num_nonnulls(\"credentialId\", \"publicKey\", \"signCount\", \"confirmedAt\") = 4) AND (num_nonnulls(\"sealedSecret\", \"lastStep\") = 0))\nEND)",
  kit_consumable_not_negative: "CHECK (((count >= 0) AND (minimum >= 0)))",
  left_finding_keyed: "CHECK ((hash ~~ 'b1.%'::text))",
  legal_parameter_forward: "CHECK (((\"validUntilOn\" IS NULL) OR (\"validFromOn\" < \"validUntilOn\")))",
  legal_parameter_sourced: "CHECK ((source <> ''::text))",
  legal_parameter_value_in_range: "CHECK (\nCASE unit\n    WHEN 'CENTS'::text THEN ((value >= 0) AND (value <= 100000))\n    WHEN 'YEARS'::text THEN ((value >= 0) AND (value <= 120))\n    WHEN 'MONTHS'::text THEN ((value >= 0) AND (value <= 240))\n    WHEN 'DAYS'::text THEN ((value >= 0) AND (value <= 3650))\n    WHEN 'WORKING_DAYS'::text THEN ((value >= 0) AND (value <= 60))\n    WHEN 'MINUTES'::text THEN ((value >= 0) AND (value <= 480))\n    WHEN 'MINUTE_OF_DAY'::text THEN ((value >= 0) AND (value <= 1439))\n    WHEN 'MONTH_OF_YEAR'::text THEN ((value >= 1) AND (value <= 12))\n    WHEN 'PERSONS'::text THEN ((value >= 1) AND (value <= 20))\n    WHEN 'PERCENT'::text THEN ((value >= 100) AND (value <= 300))\n    WHEN 'KILOMETRES_PER_HOUR'::text THEN ((value >= 5) AND (value <= 130))\n    ELSE false\nEND)",
  mail_order_sent_dated: "CHECK (((state = 'SENT'::\"MailState\") = (\"sentAt\" IS NOT NULL)))",
  membership_lead_of_house: "CHECK (((NOT \"isLead\") OR ((\"facilityId\" IS NOT NULL) AND (\"endedAt\" IS NULL))))",
  membership_facility_role: "CHECK (((role = ANY (ARRAY['FACILITY_STAFF'::\"Role\", 'PRISON_SOCIAL_SERVICE'::\"Role\"])) = (\"facilityId\" IS NOT NULL)))",
  release_forecast_sealed: "CHECK ((sealed ~~ 's1.%'::text))",
  reservation_forward: "CHECK ((\"startsAt\" < \"endsAt\"))",
  reservation_no_overlap: "EXCLUDE USING gist (COALESCE(\"kitId\", \"staffId\", \"vehicleId\") WITH =, tstzrange(\"startsAt\", \"endsAt\", '[)'::text) WITH &&) WHERE ((\"releasedAt\" IS NULL))",
  reservation_one_resource: "CHECK ((num_nonnulls(\"kitId\", \"staffId\", \"vehicleId\") = 1))",
  reservation_reason_sealed: "CHECK ((\"reasonSealed\" ~~ 's1.%'::text))",
  reservation_tour_purpose: "CHECK (((purpose = 'TOUR'::\"ReservationPurpose\") = (\"tourId\" IS NOT NULL)))",
  resident_care_sealed: "CHECK ((sealed ~~ 's1.%'::text))",
  resident_custody_sealed: "CHECK ((sealed ~~ 's1.%'::text))",
  resident_expiry_month: "CHECK (((NOT \"isExpiryMonthOnly\") OR ((\"idExpiresOn\" IS NOT NULL) AND (EXTRACT(day FROM \"idExpiresOn\") = (1)::numeric))))",
  roster_import_sealed: "CHECK ((sealed ~~ 's1.%'::text))",
  session_factor_dated: "CHECK (((\"factorAt\" IS NULL) = (\"factorWay\" IS NULL)))",
  site_sheet_hours: "CHECK ((((\"gateMinutes\" >= 0) AND (\"gateMinutes\" <= 240)) AND (\"visitsFrom\" >= 0) AND (\"visitsFrom\" < \"visitsUntil\") AND (\"visitsUntil\" <= 1440)))",
  tour_forward: "CHECK ((\"departsAt\" < \"returnsAt\"))",
  training_forward: "CHECK (((\"validUntilOn\" IS NULL) OR (\"validFromOn\" < \"validUntilOn\")))",
  user_email_lower_case: "CHECK ((email = lower(email)))",
  visit_forward: "CHECK ((\"startsAt\" < \"endsAt\"))",
  visit_notes_sealed: "CHECK (((\"internalNoteSealed\" ~~ 's1.%'::text) AND (\"crewNoteSealed\" ~~ 's1.%'::text)))",
  visit_no_overlap_in_tour: "EXCLUDE USING gist (\"tourId\" WITH =, tstzrange(\"startsAt\", \"endsAt\", '[)'::text) WITH &&) WHERE (((\"tourId\" IS NOT NULL) AND (state <> 'CANCELLED'::\"VisitState\")))",
  visit_placed_has_times: "CHECK (\nCASE\n    WHEN (state = 'TO_PLAN'::\"VisitState\") THEN ((\"tourId\" IS NULL) AND (\"startsAt\" IS NULL) AND (\"endsAt\" IS NULL))\n    WHEN (state = 'CANCELLED'::\"VisitState\") THEN true\n    ELSE ((\"tourId\" IS NOT NULL) AND (\"startsAt\" IS NOT NULL) AND (\"endsAt\" IS NOT NULL))\nEND)",
  visit_request_notes_sealed: "CHECK (((\"facilityNoteSealed\" ~~ 's1.%'::text) AND (\"officeNoteSealed\" ~~ 's1.%'::text)))",
  visit_request_reasons: "CHECK ((((state <> 'DECLINED'::\"RequestState\") OR (\"declineReason\" IS NOT NULL)) AND ((state <> 'QUESTIONED'::\"RequestState\") OR (\"questionReason\" IS NOT NULL)) AND ((state <> 'WITHDRAWN'::\"RequestState\") OR (\"withdrawReason\" IS NOT NULL)) AND ((state = ANY (ARRAY['DRAFT'::\"RequestState\", 'WITHDRAWN'::\"RequestState\"])) OR (\"sentAt\" IS NOT NULL))))",
  visit_request_sent_informed: "CHECK (((\"sentAt\" IS NULL) OR (\"informedAt\" IS NOT NULL)))",
  wish_window_forward: "CHECK (((\"fromMinutes\" >= 0) AND (\"fromMinutes\" < \"untilMinutes\") AND (\"untilMinutes\" <= 1440)))",
};

const appendOnly = (name: string, table: string): string => `CREATE TRIGGER ${name} BEFORE DELETE OR UPDATE ON public."${table}" FOR EACH ROW EXECUTE FUNCTION audit_append_only()`;
const neverEmptied = (name: string, table: string): string => `CREATE TRIGGER ${name} BEFORE TRUNCATE ON public."${table}" FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only()`;

const notRestricted = (name: string, verb: string, table: string, when = ""): string => `CREATE TRIGGER ${name} BEFORE ${verb} ON public."${table}" FOR EACH ROW ${when}EXECUTE FUNCTION resident_not_restricted()`;

/** The triggers that keep the audit log append-only, and that let nobody use the data of whoever had that stopped, word for word; one that is switched off is as good as missing. */
export const GUARD_TRIGGERS: Readonly<Record<string, string>> = {
  audit_anchor_append_only: appendOnly("audit_anchor_append_only", "AuditAnchor"),
  audit_anchor_not_emptied: neverEmptied("audit_anchor_not_emptied", "AuditAnchor"),
  audit_entry_append_only: appendOnly("audit_entry_append_only", "AuditEntry"),
  audit_entry_not_emptied: neverEmptied("audit_entry_not_emptied", "AuditEntry"),
  audit_seal_append_only: appendOnly("audit_seal_append_only", "AuditSeal"),
  audit_seal_not_emptied: neverEmptied("audit_seal_not_emptied", "AuditSeal"),
  appointment_not_restricted: notRestricted("appointment_not_restricted", "INSERT", "Appointment"),
  case_not_restricted: notRestricted("case_not_restricted", "INSERT", "Case"),
  case_not_sent_restricted: notRestricted("case_not_sent_restricted", "UPDATE", "Case", `WHEN (((new.state = 'REQUESTED'::"CaseState") AND (old.state <> 'REQUESTED'::"CaseState"))) `),
  membership_by_lead: `CREATE TRIGGER membership_by_lead BEFORE INSERT OR UPDATE ON public."Membership" FOR EACH ROW WHEN ((CURRENT_USER = 'portal_facility'::name)) EXECUTE FUNCTION membership_by_lead()`,
  resident_not_changed_restricted: notRestricted("resident_not_changed_restricted", "UPDATE", "Resident", 'WHEN (((old."restrictedAt" IS NOT NULL) OR (new."restrictedAt" IS NOT NULL))) '),
};

const unique = (name: string, table: string, columns: string): string => `CREATE UNIQUE INDEX ${name} ON public."${table}" USING btree (${columns})`;

/** The unique indexes that a refusal or a sign-in relies on, word for word; one that was not built to its end is as good as missing. */
export const GUARD_INDEXES: Readonly<Record<string, string>> = {
  case_once_per_request: unique("case_once_per_request", "Case", '"requestId", "residentId", service'),
  factor_credential_unique: unique("factor_credential_unique", "Factor", '"credentialId"'),
  legal_parameter_once_per_day: unique("legal_parameter_once_per_day", "LegalParameter", 'key, "validFromOn"'),
  membership_once: `${unique("membership_once", "Membership", '"userId", role, "facilityId"')} NULLS NOT DISTINCT WHERE ("endedAt" IS NULL)`,
  resident_restricted_once: `${unique("resident_restricted_once", "DeletionHold", '"residentId"')} WHERE ("endedAt" IS NULL)`,
  resident_recognised_once: `${unique("resident_recognised_once", "Resident", '"facilityId", "recognitionKey"')} WHERE ("goneOn" IS NULL)`,
  user_email_unique: unique("user_email_unique", "User", "email"),
};

/** What keeps the portal from starting: each guard that is missing or differs, one line each. */
export async function guardFaults(): Promise<readonly string[]> {
  const rights = (await rightsFaults()).map((object) => `Rechte an ${object} lauten anders`);
  return [...(await constraintFaults()), ...(await triggerFaults()), ...(await indexFaults()), ...rights];
}

type Guard = { readonly name: string; readonly definition: string; readonly isOn: boolean };

function indexFaults(): Promise<readonly string[]> {
  return faultsOf(GUARD_INDEXES, Prisma.sql`
    SELECT c.relname AS name, pg_get_indexdef(c.oid) AS definition, indisvalid AND indisready AS "isOn"
    FROM pg_index JOIN pg_class c ON c.oid = indexrelid WHERE relnamespace = 'public'::regnamespace AND indisunique`);
}

function triggerFaults(): Promise<readonly string[]> {
  return faultsOf(GUARD_TRIGGERS, Prisma.sql`
    SELECT tgname AS name, pg_get_triggerdef(t.oid) AS definition, tgenabled IN ('O', 'A') AS "isOn"
    FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid WHERE relnamespace = 'public'::regnamespace AND NOT tgisinternal`);
}

/** That a constraint was never checked against the rows before it stands in its definition. */
function constraintFaults(): Promise<readonly string[]> {
  return faultsOf(GUARDS, Prisma.sql`SELECT conname AS name, pg_get_constraintdef(oid) AS definition, true AS "isOn" FROM pg_constraint WHERE connamespace = 'public'::regnamespace`);
}

/** What of the guards is missing, switched off or reads otherwise in the database. */
async function faultsOf(guards: Readonly<Record<string, string>>, query: Prisma.Sql): Promise<readonly string[]> {
  const found = await inScope(scopeOf({ kind: "system", job: "guards" }), (tx) => tx.$queryRaw<Guard[]>(query));
  const byName = new Map(found.map((row) => [row.name, row]));
  return Object.entries(guards).flatMap(([name, expected]) => {
    const row = byName.get(name);
    if (!row?.isOn) return [`${name} fehlt`];
    return squeezed(row.definition) === squeezed(expected) ? [] : [`${name} lautet anders`];
  });
}

/** PostgreSQL versions break long definitions differently; only white space may differ. */
function squeezed(definition: string): string {
  return definition.replace(/\s+/g, " ");
}

/** Refuses to start when a guard is missing or differs, and in production with a login that could get around them. */
export async function assertGuards(): Promise<void> {
  const { mode, workerDatabaseUrl } = env();
  const login = mode === "production" ? await inScope(scopeOf({ kind: "system", job: "guards" }), (tx) => strongLogin(tx, workerDatabaseUrl === null)) : null;
  if (login) throw new ConfigurationError(`Das Portal startet nicht: Die Datenbankrolle ${login} darf mehr, als sie soll. Bitte die Rollen für DATABASE_URL und WORKER_DATABASE_URL wie in docs/operations.md anlegen.`);
  if (mode === "production" && (await hasDemoAccounts())) {
    throw new ConfigurationError(`Das Portal startet nicht: In der Datenbank stehen Konten der Demo (${DEMO_DOMAIN}), die es auf einem Server der Stadt nicht geben darf. Bitte eine leere Datenbank verwenden.`);
  }
  const faults = await guardFaults();
  if (faults.length > 0) {
    throw new ConfigurationError(`Das Portal startet nicht: In der Datenbank fehlen Schutzregeln (${faults.join(", ")}). Bitte die Migrationen anwenden.`);
  }
}

/** Whether somebody could get in with an account that everybody who reads the README knows. */
async function hasDemoAccounts(): Promise<boolean> {
  return inScope(scopeOf({ kind: "system", job: "guards" }), async (tx) => (await tx.user.count({ where: { email: { endsWith: DEMO_DOMAIN } } })) > 0);
}
