-- Of the PIN envelope the portal keeps one yes or no: that the city's own system has the handing over on record (§ 4 (1) PAuswV). When and to whom stands there.
SET lock_timeout = '5s';

ALTER TABLE "Appointment" ADD COLUMN "isEnvelopeRecorded" BOOLEAN;
ALTER TABLE "Appointment" ADD CONSTRAINT appointment_envelope_of_application CHECK ("isEnvelopeRecorded" IS NULL OR "outcome" IS NOT DISTINCT FROM 'APPLIED');
GRANT UPDATE ("isEnvelopeRecorded") ON "Appointment" TO portal_crew;
