-- Refusals are counted here and put on record in groups.
SET lock_timeout = '10s';

CREATE TABLE "RefusalCount" (
    "key" TEXT NOT NULL,
    "userId" UUID,
    "role" "Role",
    "reason" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "RefusalCount_pkey" PRIMARY KEY ("key")
);
CREATE INDEX "RefusalCount_startedAt_idx" ON "RefusalCount"("startedAt");

-- The web counts before it knows more of somebody than that he or she is refused; the worker empties.
GRANT SELECT, INSERT, UPDATE ON "RefusalCount" TO portal_gate;
GRANT SELECT, DELETE ON "RefusalCount" TO portal_worker;
