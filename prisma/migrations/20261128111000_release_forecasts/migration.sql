-- The history of a release: a forecast that moves. From which day to which, and how sure, is sealed as all facts of custody are (decision 0006); when and by whom it was stated stands open.
SET lock_timeout = '5s';

CREATE TABLE "ReleaseForecast" (
    "id" UUID NOT NULL,
    "residentId" UUID NOT NULL,
    "sealed" TEXT NOT NULL,
    "statedById" UUID,
    "statedAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "ReleaseForecast_pkey" PRIMARY KEY ("id"),
    CONSTRAINT release_forecast_sealed CHECK ("sealed" LIKE 's1.%')
);
CREATE INDEX "ReleaseForecast_residentId_statedAt_idx" ON "ReleaseForecast" ("residentId", "statedAt");
ALTER TABLE "ReleaseForecast" ADD CONSTRAINT "ReleaseForecast_residentId_fkey" FOREIGN KEY ("residentId") REFERENCES "Resident"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ReleaseForecast" ADD CONSTRAINT "ReleaseForecast_statedById_fkey" FOREIGN KEY ("statedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "ReleaseForecast" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "ReleaseForecast" TO portal_facility;
CREATE POLICY facility_select ON "ReleaseForecast" FOR SELECT TO portal_facility USING ("residentId" IN (SELECT "id" FROM "Resident"));
CREATE POLICY facility_insert ON "ReleaseForecast" FOR INSERT TO portal_facility WITH CHECK ("residentId" IN (SELECT "id" FROM "Resident") AND "statedById" = (SELECT person_in_scope()));
GRANT SELECT ("id", "residentId", "sealed", "statedAt") ON "ReleaseForecast" TO portal_office;
CREATE POLICY office_select ON "ReleaseForecast" FOR SELECT TO portal_office USING (true);
-- The worker seals anew when a data key changes.
GRANT SELECT ON "ReleaseForecast" TO portal_worker;
GRANT UPDATE ("sealed") ON "ReleaseForecast" TO portal_worker;
CREATE POLICY worker_select ON "ReleaseForecast" FOR SELECT TO portal_worker USING (true);
CREATE POLICY worker_update ON "ReleaseForecast" FOR UPDATE TO portal_worker USING (true);
GRANT SELECT ON "ReleaseForecast" TO portal_subject;
CREATE POLICY subject_select ON "ReleaseForecast" FOR SELECT TO portal_subject USING ((SELECT subject_in_scope()) IN ("residentId", "statedById"));
