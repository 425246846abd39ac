-- A house says after the announcement who does not come, and who takes the place. Why somebody does not come says something of health or custody: sealed.
SET lock_timeout = '5s';

ALTER TABLE "Appointment" ADD COLUMN "leaveReasonSealed" TEXT, ADD COLUMN "joinedAt" TIMESTAMPTZ(3);
ALTER TABLE "Appointment"
    ADD CONSTRAINT appointment_leave_reason_sealed CHECK ("leaveReasonSealed" LIKE 's1.%'),
    ADD CONSTRAINT appointment_left_before_outcome CHECK ("leaveReasonSealed" IS NULL OR ("removedAt" IS NOT NULL AND "outcome" IS NULL));
GRANT UPDATE ("leaveReasonSealed") ON "Appointment" TO portal_facility;

-- A database that is at work already gets the hour until which a house says who comes. An empty one gets all values together when it is prepared.
INSERT INTO "LegalParameter" ("id", "key", "value", "unit", "validFromOn", "source", "note")
SELECT gen_random_uuid(), fresh.key, fresh.value, fresh.unit, DATE '2021-01-01', 'planning default, to be confirmed by the city', fresh.note
FROM (VALUES
  ('peopleChangeWorkingDays', 1, 'WORKING_DAYS', 'until then a house says who comes to an announced visit'),
  ('peopleChangeUntil', 720, 'MINUTE_OF_DAY', 'on that day')
) AS fresh (key, value, unit, note)
WHERE EXISTS (SELECT 1 FROM "LegalParameter")
  AND NOT EXISTS (SELECT 1 FROM "LegalParameter" AS known WHERE known.key = fresh.key);
