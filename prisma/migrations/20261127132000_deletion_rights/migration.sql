-- Whoever sets a hold finds a request by its short name and sees of it what is needed for that. The owner of the tables has no rows of its own to see here.
SET lock_timeout = '5s';

DROP POLICY owner_all ON "DeletionRun";
DROP POLICY owner_all ON "DeletionHold";
DROP POLICY owner_all ON "Figure";

GRANT SELECT ("id", "reference", "facilityId", "state") ON "VisitRequest" TO portal_oversight;
CREATE POLICY oversight_select ON "VisitRequest" FOR SELECT TO portal_oversight USING ("state" <> 'DRAFT');
