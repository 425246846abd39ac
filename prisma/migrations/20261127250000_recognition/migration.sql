-- The same person stands in a house's roster once, in whatever spelling; and an expiry of which only the month is known.
SET lock_timeout = '5s';

-- Empty for entries from before, until they are changed; the portal recognises those by their names.
ALTER TABLE "Resident" ADD COLUMN "recognitionKey" TEXT, ADD COLUMN "isExpiryMonthOnly" BOOLEAN NOT NULL DEFAULT false;

CREATE UNIQUE INDEX resident_recognised_once ON "Resident" ("facilityId", "recognitionKey") WHERE "goneOn" IS NULL;
CREATE INDEX "Resident_facilityId_bornOn_idx" ON "Resident" ("facilityId", "bornOn");

-- The first of the month stands for the month: the earliest day on which the card may be over.
ALTER TABLE "Resident" ADD CONSTRAINT resident_expiry_month CHECK (NOT "isExpiryMonthOnly" OR ("idExpiresOn" IS NOT NULL AND extract(day FROM "idExpiresOn") = 1));
