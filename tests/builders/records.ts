import { dateColumn } from "@/lib/db/civil";
import { parameterUnits, seedParameters, type ParameterRow } from "@/lib/law/parameters";
import type { AuditEntry, LegalParameter, MailOrder } from "@/prisma/generated/client/client";
import { BUILT_AT, idOf, nextNumber } from "./ids";

/** The dated parameters as the table keeps them. */
export function legalParameters(rows: readonly ParameterRow[] = seedParameters): readonly LegalParameter[] {
  return rows.map((row) => ({
    id: idOf(`parameter ${row.key} ${row.validFrom}`),
    key: row.key,
    value: row.value,
    unit: parameterUnits[row.key],
    validFromOn: dateColumn(row.validFrom),
    validUntilOn: row.validUntil === null ? null : dateColumn(row.validUntil),
    source: row.source,
    note: row.note ?? "",
  }));
}

/** What stands in a JSON column; types with readonly parts are no `JsonValue` to the compiler. */
type Json = Readonly<Record<string, unknown>>;
type MailFields = Partial<Omit<MailOrder, "facts" | "calendar">> & { readonly facts?: Json; readonly calendar?: Json | null };

/** A mail that waits to be sent. */
export function aMailOrder(overrides: MailFields = {}): MailOrder {
  const number = nextNumber();
  const mail = {
    id: idOf(`mail ${number}`),
    uniqueKey: null,
    kind: "request-accepted",
    toAddress: "haus@haus.example",
    toName: "Eva Muster",
    facts: { reference: "A-TEST", path: "/facility/requests" },
    calendar: null,
    state: "PENDING",
    attempts: 0,
    nextAttemptAt: BUILT_AT,
    lockedUntil: null,
    lastError: null,
    messageId: `<${idOf(`mail ${number}`)}@localhost>`,
    facilityId: null,
    visitId: null,
    requestId: null,
    createdAt: BUILT_AT,
    sentAt: null,
    contentRemovedAt: null,
    ...overrides,
  };
  return mail as MailOrder;
}

/** Something that the portal did. */
export function anAuditEntry(overrides: Partial<Omit<AuditEntry, "details">> & { readonly details?: Json } = {}): AuditEntry {
  const entry = { id: idOf(`audit ${nextNumber()}`), at: BUILT_AT, action: "requestSent", actorUserId: null, actorRole: null, subjectKind: "request", subjectId: null, subjectIds: [], facilityId: null, details: {}, ...overrides };
  return entry as AuditEntry;
}
