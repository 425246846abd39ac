-- Each house has a lead, who lets colleagues in and out. What the lead called somebody is kept beside the membership: it says nothing of what the account is called elsewhere.
SET lock_timeout = '5s';
ALTER TABLE "Membership" ADD COLUMN "isLead" BOOLEAN NOT NULL DEFAULT false, ADD COLUMN "calledName" TEXT;
ALTER TABLE "Membership" ADD CONSTRAINT membership_lead_of_house CHECK (NOT "isLead" OR ("facilityId" IS NOT NULL AND "endedAt" IS NULL));

-- Whoever has been in a house longest leads it. The policies are for those who use the portal, not for its owner's own step.
ALTER TABLE "Membership" NO FORCE ROW LEVEL SECURITY;
UPDATE "Membership" SET "isLead" = true WHERE "id" IN (
  SELECT DISTINCT ON ("facilityId") "id" FROM "Membership" WHERE "facilityId" IS NOT NULL AND "endedAt" IS NULL ORDER BY "facilityId", "createdAt", "id");
ALTER TABLE "Membership" FORCE ROW LEVEL SECURITY;

GRANT INSERT, UPDATE ("endedAt", "isLead") ON "Membership" TO portal_facility;
CREATE POLICY facility_insert ON "Membership" FOR INSERT TO portal_facility WITH CHECK ("facilityId" = (SELECT facility_in_scope()));
CREATE POLICY facility_update ON "Membership" FOR UPDATE TO portal_facility USING ("facilityId" = (SELECT facility_in_scope()));
GRANT UPDATE ("isLead") ON "Membership" TO portal_oversight;

-- A policy on memberships cannot ask for memberships, so a trigger does: in a house only its lead changes who belongs to it.
CREATE FUNCTION membership_by_lead() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "Membership" WHERE "userId" = person_in_scope() AND "facilityId" = facility_in_scope() AND "isLead" AND "endedAt" IS NULL) THEN
    RAISE EXCEPTION 'only the lead of a house changes who belongs to it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER membership_by_lead BEFORE INSERT OR UPDATE ON "Membership" FOR EACH ROW WHEN (current_user = 'portal_facility') EXECUTE FUNCTION membership_by_lead();
