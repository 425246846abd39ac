-- What the office leaves as it is in its review queue. The findings themselves are worked out, never stored; a row says only that one was left, with why, by whom and when.
-- The hash is keyed and holds the cause: a release that moves again has another one, and nobody reads the date from it.
SET lock_timeout = '5s';

CREATE TYPE "LeaveReason" AS ENUM ('AGREED', 'NO_OBSTACLE', 'SOLVED_ELSEWHERE', 'ACCEPTED');
CREATE TABLE "LeftFinding" (
    "id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "tourId" UUID NOT NULL,
    "reason" "LeaveReason" NOT NULL,
    "leftById" UUID,
    "leftAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "LeftFinding_pkey" PRIMARY KEY ("id"),
    CONSTRAINT left_finding_keyed CHECK ("hash" LIKE 'b1.%')
);
CREATE UNIQUE INDEX left_finding_once ON "LeftFinding" ("hash");
CREATE INDEX "LeftFinding_tourId_idx" ON "LeftFinding" ("tourId");
ALTER TABLE "LeftFinding" ADD CONSTRAINT "LeftFinding_tourId_fkey" FOREIGN KEY ("tourId") REFERENCES "Tour"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "LeftFinding" ADD CONSTRAINT "LeftFinding_leftById_fkey" FOREIGN KEY ("leftById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "LeftFinding" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON "LeftFinding" TO portal_office;
CREATE POLICY office_select ON "LeftFinding" FOR SELECT TO portal_office USING (true);
CREATE POLICY office_insert ON "LeftFinding" FOR INSERT TO portal_office WITH CHECK ("leftById" = (SELECT person_in_scope()));
CREATE POLICY office_delete ON "LeftFinding" FOR DELETE TO portal_office USING (true);
GRANT SELECT, DELETE ON "LeftFinding" TO portal_worker;
CREATE POLICY worker_select ON "LeftFinding" FOR SELECT TO portal_worker USING (true);
CREATE POLICY worker_delete ON "LeftFinding" FOR DELETE TO portal_worker USING (true);
GRANT SELECT ("id", "reason", "leftById", "leftAt") ON "LeftFinding" TO portal_subject;
CREATE POLICY subject_select ON "LeftFinding" FOR SELECT TO portal_subject USING ("leftById" = (SELECT subject_in_scope()));
