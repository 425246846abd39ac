-- Times in which a house can take no visit, beside the days that would suit: days in a row, and on each of them a span of the day.
SET lock_timeout = '5s';

CREATE TABLE "BlockedTime" (
    "id" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "firstOn" DATE NOT NULL,
    "lastOn" DATE NOT NULL,
    "fromMinutes" INTEGER NOT NULL,
    "untilMinutes" INTEGER NOT NULL,

    CONSTRAINT "BlockedTime_pkey" PRIMARY KEY ("id"),
    CONSTRAINT blocked_time_days CHECK ("firstOn" <= "lastOn"),
    CONSTRAINT blocked_time_forward CHECK ("fromMinutes" >= 0 AND "fromMinutes" < "untilMinutes" AND "untilMinutes" <= 1440),
    CONSTRAINT "BlockedTime_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "VisitRequest"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "blocked_time_unique" ON "BlockedTime" ("requestId", "firstOn", "fromMinutes");

ALTER TABLE "BlockedTime" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
REVOKE ALL ON "BlockedTime" FROM portal_facility, portal_office, portal_crew, portal_oversight, portal_gate, portal_worker, portal_subject;

GRANT SELECT, INSERT, DELETE ON "BlockedTime" TO portal_facility;
CREATE POLICY facility_select ON "BlockedTime" FOR SELECT TO portal_facility USING ("requestId" IN (SELECT "id" FROM "VisitRequest"));
CREATE POLICY facility_insert ON "BlockedTime" FOR INSERT TO portal_facility WITH CHECK ("requestId" IN (SELECT "id" FROM "VisitRequest"));
CREATE POLICY facility_delete ON "BlockedTime" FOR DELETE TO portal_facility USING ("requestId" IN (SELECT "id" FROM "VisitRequest"));

GRANT SELECT ON "BlockedTime" TO portal_office;
CREATE POLICY office_select ON "BlockedTime" FOR SELECT TO portal_office USING ("requestId" IN (SELECT "id" FROM "VisitRequest"));

GRANT SELECT, DELETE ON "BlockedTime" TO portal_worker;
CREATE POLICY worker_select ON "BlockedTime" FOR SELECT TO portal_worker USING (true);
CREATE POLICY worker_delete ON "BlockedTime" FOR DELETE TO portal_worker USING (true);
