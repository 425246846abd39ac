-- What a request says about one person beside the roster (reason, hardship, post), and what the office records about it (authorisation, fee).
SET lock_timeout = '5s';

CREATE TYPE "ApplicationReason" AS ENUM ('FIRST', 'EXPIRED', 'EXPIRING', 'LOST', 'STOLEN', 'DATA_CHANGED', 'APPEARANCE_CHANGED', 'DAMAGED', 'OTHER_INTEREST');
CREATE TYPE "FeeDecision" AS ENUM ('WAIVED', 'REDUCED', 'FULL');
CREATE TYPE "FeeDecisionReason" AS ENUM ('NO_OWN_MEANS', 'HARDSHIP_PROVEN', 'NOT_PROVEN', 'NOT_NEEDY');

ALTER TABLE "Case"
    ADD COLUMN "reason" "ApplicationReason",
    ADD COLUMN "isReductionAsked" BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN "isShippingWanted" BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN "authorisedOn" DATE,
    ADD COLUMN "feeDecision" "FeeDecision",
    ADD COLUMN "feeDecisionReason" "FeeDecisionReason",
    ADD COLUMN "reducedFeeCents" INTEGER;

-- Only a card that is produced has a reason, is sent by post or needs the other authority; only a fee can be less.
ALTER TABLE "Case" ADD CONSTRAINT case_shipping_of_card CHECK (NOT "isShippingWanted" OR "service" = 'ID_CARD');
ALTER TABLE "Case" ADD CONSTRAINT case_authorised_document CHECK ("authorisedOn" IS NULL OR "service" IN ('ID_CARD', 'PROVISIONAL_ID'));
ALTER TABLE "Case" ADD CONSTRAINT case_fee_decision_whole CHECK (
    ("feeDecision" IS NULL) = ("feeDecisionReason" IS NULL)
    AND ("reducedFeeCents" IS NOT NULL) = ("feeDecision" IS NOT DISTINCT FROM 'REDUCED')
    AND ("reducedFeeCents" IS NULL OR "reducedFeeCents" > 0)
);

-- A facility states, the office decides: what the office records, no facility can write.
REVOKE INSERT, UPDATE ON "Case" FROM portal_facility;
GRANT INSERT ("id", "requestId", "residentId", "facilityId", "service", "state", "neededBy", "dueOn", "version", "createdAt", "reason", "isReductionAsked", "isShippingWanted") ON "Case" TO portal_facility;
GRANT UPDATE ("state", "closeReason", "closedAt", "neededBy", "dueOn", "version", "reason", "isReductionAsked", "isShippingWanted") ON "Case" TO portal_facility;
