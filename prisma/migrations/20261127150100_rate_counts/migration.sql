-- How often something was tried, for all web processes together. The key is a keyed hash: nobody reads from it who or from where.
SET lock_timeout = '5s';

CREATE TABLE "RateCount" (
    "key" TEXT NOT NULL,
    "used" INTEGER NOT NULL,
    "strikes" INTEGER NOT NULL,
    "windowEndsAt" TIMESTAMPTZ(3) NOT NULL,
    "blockedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "RateCount_pkey" PRIMARY KEY ("key")
);

CREATE INDEX "RateCount_windowEndsAt_idx" ON "RateCount"("windowEndsAt");

-- Only the gate counts, and the worker forgets.
ALTER TABLE "RateCount" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "RateCount" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "RateCount" TO portal_gate;
GRANT SELECT, DELETE ON "RateCount" TO portal_worker;
CREATE POLICY rate_count_gate ON "RateCount" TO portal_gate USING (true) WITH CHECK (true);
CREATE POLICY rate_count_worker ON "RateCount" TO portal_worker USING (true);
