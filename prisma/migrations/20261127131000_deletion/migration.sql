-- The log of the deletion run, holds for single cases, and the figures that remain.
SET lock_timeout = '5s';

CREATE TYPE "HoldReason" AS ENUM ('LEGAL_DISPUTE', 'SUBJECT_REQUEST', 'COMPLAINT', 'INSPECTION');
CREATE TYPE "FigureKind" AS ENUM ('CASE', 'APPOINTMENT');

CREATE TABLE "DeletionRun" (
    "runOn" DATE NOT NULL,
    "dataClass" TEXT NOT NULL,
    "removed" INTEGER NOT NULL DEFAULT 0,
    "held" INTEGER NOT NULL DEFAULT 0,
    "dueInWeek" INTEGER NOT NULL DEFAULT 0,
    "dueInMonth" INTEGER NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DeletionRun_pkey" PRIMARY KEY ("runOn", "dataClass")
);

CREATE TABLE "DeletionHold" (
    "id" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "caseId" UUID,
    "reason" "HoldReason" NOT NULL,
    "untilOn" DATE NOT NULL,
    "setById" UUID NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DeletionHold_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "DeletionHold_requestId_idx" ON "DeletionHold"("requestId");
ALTER TABLE "DeletionHold" ADD CONSTRAINT "DeletionHold_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "VisitRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "DeletionHold" ADD CONSTRAINT deletion_hold_ended CHECK ("endedById" IS NULL OR "endedAt" IS NOT NULL);

CREATE TABLE "Figure" (
    "monthOn" DATE NOT NULL,
    "facilityId" UUID NOT NULL,
    "kind" "FigureKind" NOT NULL,
    "service" "Service" NOT NULL,
    "result" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "Figure_pkey" PRIMARY KEY ("monthOn", "facilityId", "kind", "service", "result")
);
ALTER TABLE "Figure" ADD CONSTRAINT "Figure_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES "Facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Figure" ADD CONSTRAINT figure_positive CHECK ("count" > 0);

ALTER TABLE "MailOrder" ADD COLUMN "contentRemovedAt" TIMESTAMPTZ(3);

-- The worker deletes, counts and ends holds. Whoever has the oversight reads all of it and sets holds. The office reads the figures.
DO $$
DECLARE
  portal_table text;
BEGIN
  FOREACH portal_table IN ARRAY ARRAY['DeletionRun', 'DeletionHold', 'Figure'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', portal_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', portal_table);
    EXECUTE format('CREATE POLICY worker_all ON %I TO portal_worker USING (true) WITH CHECK (true)', portal_table);
    EXECUTE format('CREATE POLICY oversight_all ON %I TO portal_oversight USING (true) WITH CHECK (true)', portal_table);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', portal_table);
  END LOOP;
END
$$;
CREATE POLICY office_read ON "Figure" FOR SELECT TO portal_office USING (true);

GRANT SELECT, INSERT, UPDATE ON "DeletionRun", "Figure" TO portal_worker;
GRANT SELECT, UPDATE, DELETE ON "DeletionHold" TO portal_worker;
GRANT SELECT ON "DeletionRun", "Figure" TO portal_oversight;
GRANT SELECT, INSERT, UPDATE ON "DeletionHold" TO portal_oversight;
GRANT SELECT ON "Figure" TO portal_office;
