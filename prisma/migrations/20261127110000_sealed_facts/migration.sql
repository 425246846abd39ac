-- Facts with health or custody meaning are sealed by the application (lib/crypto, decision 0006). SQL cannot seal: what already stands here moves to "UnsealedValue",
-- its row gets the mark 's1.pending', and the step after the migrations (scripts/seal-held.ts) seals it and empties that table. A fresh database has nothing to move.
SET lock_timeout = '5s';

CREATE TABLE "UnsealedValue" (
  "place" TEXT NOT NULL,
  "rowId" UUID NOT NULL,
  "content" JSONB NOT NULL,
  CONSTRAINT "UnsealedValue_pkey" PRIMARY KEY ("place", "rowId")
);

CREATE TABLE "DataKey" (
  "id" TEXT NOT NULL,
  "probe" TEXT NOT NULL,
  "values" INTEGER NOT NULL DEFAULT 0,
  "countedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "DataKey_pkey" PRIMARY KEY ("id")
);

-- A start asks whether something waits and which keys sealed here; the worker counts; the administration looks.
ALTER TABLE "UnsealedValue" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "UnsealedValue" FORCE ROW LEVEL SECURITY;
CREATE POLICY unsealed_value_gate ON "UnsealedValue" FOR SELECT TO portal_gate USING (true);
GRANT SELECT ("place", "rowId") ON "UnsealedValue" TO portal_gate;
ALTER TABLE "DataKey" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "DataKey" FORCE ROW LEVEL SECURITY;
CREATE POLICY data_key_seen ON "DataKey" FOR SELECT TO portal_gate, portal_oversight USING (true);
CREATE POLICY data_key_worker ON "DataKey" TO portal_worker USING (true) WITH CHECK (true);
GRANT SELECT ON "DataKey" TO portal_gate, portal_oversight;
GRANT SELECT, INSERT, UPDATE, DELETE ON "DataKey" TO portal_worker;

-- An exemption says that somebody cannot look after herself: it joins the facts of care.
INSERT INTO "ResidentCare" ("residentId")
SELECT "id" FROM "Resident" r WHERE r."isExempted" AND NOT EXISTS (SELECT FROM "ResidentCare" c WHERE c."residentId" = r."id");

INSERT INTO "UnsealedValue" ("place", "rowId", "content")
SELECT 'ResidentCare.sealed', c."residentId", jsonb_build_object(
  'isPermanentResident', c."isPermanentResident", 'capacity', c."capacity", 'representation', c."representation", 'appliesBy', c."appliesBy",
  'isRepresentativePresent', c."isRepresentativePresent", 'mobility', c."mobility", 'fingerprintObstacle', c."fingerprintObstacle", 'isExempted', r."isExempted")
FROM "ResidentCare" c JOIN "Resident" r ON r."id" = c."residentId"
UNION ALL
SELECT 'ResidentCustody.sealed', "residentId", jsonb_build_object('kind', "kind", 'sinceOn', "sinceOn", 'releaseOn', "releaseOn") FROM "ResidentCustody"
UNION ALL
SELECT 'VisitRequest.facilityNoteSealed', "id", to_jsonb("facilityNote") FROM "VisitRequest" WHERE "facilityNote" <> ''
UNION ALL
SELECT 'VisitRequest.officeNoteSealed', "id", to_jsonb("officeNote") FROM "VisitRequest" WHERE "officeNote" <> ''
UNION ALL
SELECT 'Visit.internalNoteSealed', "id", to_jsonb("internalNote") FROM "Visit" WHERE "internalNote" <> ''
UNION ALL
SELECT 'Visit.crewNoteSealed', "id", to_jsonb("crewNote") FROM "Visit" WHERE "crewNote" <> ''
UNION ALL
SELECT 'Appointment.impedimentSealed', "id", to_jsonb("impediment") FROM "Appointment" WHERE "impediment" IS NOT NULL
UNION ALL
SELECT 'Reservation.reasonSealed', "id", to_jsonb("reason") FROM "Reservation" WHERE "reason" IS NOT NULL;

ALTER TABLE "Appointment" DROP CONSTRAINT appointment_impediment_reason;

ALTER TABLE "ResidentCare" ADD COLUMN "sealed" TEXT NOT NULL DEFAULT 's1.pending';
ALTER TABLE "ResidentCare" ALTER COLUMN "sealed" DROP DEFAULT,
  DROP COLUMN "isPermanentResident", DROP COLUMN "capacity", DROP COLUMN "representation", DROP COLUMN "appliesBy",
  DROP COLUMN "isRepresentativePresent", DROP COLUMN "mobility", DROP COLUMN "fingerprintObstacle";
ALTER TABLE "ResidentCustody" ADD COLUMN "sealed" TEXT NOT NULL DEFAULT 's1.pending';
ALTER TABLE "ResidentCustody" ALTER COLUMN "sealed" DROP DEFAULT, DROP COLUMN "kind", DROP COLUMN "sinceOn", DROP COLUMN "releaseOn";
ALTER TABLE "Resident" DROP COLUMN "isExempted";
ALTER TABLE "VisitRequest" ADD COLUMN "facilityNoteSealed" TEXT, ADD COLUMN "officeNoteSealed" TEXT;
ALTER TABLE "Visit" ADD COLUMN "internalNoteSealed" TEXT, ADD COLUMN "crewNoteSealed" TEXT;
ALTER TABLE "Appointment" ADD COLUMN "impedimentSealed" TEXT;
ALTER TABLE "Reservation" ADD COLUMN "reasonSealed" TEXT;

UPDATE "VisitRequest" SET "facilityNoteSealed" = 's1.pending' WHERE "facilityNote" <> '';
UPDATE "VisitRequest" SET "officeNoteSealed" = 's1.pending' WHERE "officeNote" <> '';
UPDATE "Visit" SET "internalNoteSealed" = 's1.pending' WHERE "internalNote" <> '';
UPDATE "Visit" SET "crewNoteSealed" = 's1.pending' WHERE "crewNote" <> '';
UPDATE "Appointment" SET "impedimentSealed" = 's1.pending' WHERE "impediment" IS NOT NULL;
UPDATE "Reservation" SET "reasonSealed" = 's1.pending' WHERE "reason" IS NOT NULL;

ALTER TABLE "VisitRequest" DROP COLUMN "facilityNote", DROP COLUMN "officeNote";
ALTER TABLE "Visit" DROP COLUMN "internalNote", DROP COLUMN "crewNote";
ALTER TABLE "Appointment" DROP COLUMN "impediment";
ALTER TABLE "Reservation" DROP COLUMN "reason";

DROP TYPE "Capacity", "Representation", "AppliesBy", "Mobility", "FingerprintObstacle", "CustodyKind", "ImpedimentReason", "AbsenceReason";

-- The log named the reason why an outcome was not possible, which may be an illness or a release. Where it can no longer be changed it stays until its period ends.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgname = 'audit_entry_append_only') THEN
    UPDATE "AuditEntry" SET "details" = "details" - 'reason' WHERE "action" = 'outcomeRecorded' AND "details" ? 'reason';
  END IF;
END $$;

ALTER TABLE "ResidentCare" ADD CONSTRAINT resident_care_sealed CHECK ("sealed" LIKE 's1.%');
ALTER TABLE "ResidentCustody" ADD CONSTRAINT resident_custody_sealed CHECK ("sealed" LIKE 's1.%');
ALTER TABLE "VisitRequest" ADD CONSTRAINT visit_request_notes_sealed CHECK ("facilityNoteSealed" LIKE 's1.%' AND "officeNoteSealed" LIKE 's1.%');
ALTER TABLE "Visit" ADD CONSTRAINT visit_notes_sealed CHECK ("internalNoteSealed" LIKE 's1.%' AND "crewNoteSealed" LIKE 's1.%');
ALTER TABLE "Reservation" ADD CONSTRAINT reservation_reason_sealed CHECK ("reasonSealed" LIKE 's1.%');
ALTER TABLE "DataKey" ADD CONSTRAINT data_key_probe_sealed CHECK ("probe" LIKE 's1.%');
ALTER TABLE "Appointment"
  ADD CONSTRAINT appointment_impediment_sealed CHECK ("impedimentSealed" LIKE 's1.%'),
  ADD CONSTRAINT appointment_impediment_reason CHECK (("outcome" IS NOT DISTINCT FROM 'NOT_POSSIBLE') = ("impedimentSealed" IS NOT NULL));
