-- Lists of people that were read from a file and wait for somebody's yes: sealed, seen by the person who read them alone, gone after half a day.
SET lock_timeout = '5s';

CREATE TABLE "RosterImport" (
    "id" UUID NOT NULL,
    "facilityId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "sealed" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RosterImport_pkey" PRIMARY KEY ("id"),
    CONSTRAINT roster_import_sealed CHECK ("sealed" LIKE 's1.%'),
    CONSTRAINT "RosterImport_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES "Facility"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "RosterImport_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "RosterImport_userId_idx" ON "RosterImport" ("userId");
CREATE INDEX "RosterImport_facilityId_idx" ON "RosterImport" ("facilityId");
CREATE INDEX "RosterImport_expiresAt_idx" ON "RosterImport" ("expiresAt");

ALTER TABLE "RosterImport" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
REVOKE ALL ON "RosterImport" FROM portal_facility, portal_office, portal_crew, portal_oversight, portal_gate, portal_worker;

GRANT SELECT, INSERT, DELETE ON "RosterImport" TO portal_facility;
CREATE POLICY facility_select ON "RosterImport" FOR SELECT TO portal_facility USING ("facilityId" = (SELECT facility_in_scope()) AND "userId" = (SELECT person_in_scope()));
CREATE POLICY facility_insert ON "RosterImport" FOR INSERT TO portal_facility WITH CHECK ("facilityId" = (SELECT facility_in_scope()) AND "userId" = (SELECT person_in_scope()));
CREATE POLICY facility_delete ON "RosterImport" FOR DELETE TO portal_facility USING ("userId" = (SELECT person_in_scope()));

GRANT SELECT, DELETE ON "RosterImport" TO portal_worker;
GRANT UPDATE ("sealed") ON "RosterImport" TO portal_worker;
CREATE POLICY worker_select ON "RosterImport" FOR SELECT TO portal_worker USING (true);
CREATE POLICY worker_update ON "RosterImport" FOR UPDATE TO portal_worker USING (true);
CREATE POLICY worker_delete ON "RosterImport" FOR DELETE TO portal_worker USING (true);
