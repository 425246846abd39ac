-- A person's data may be kept and not used (Art. 18 GDPR). It is a hold like the others, about a resident instead of a request, without an end of its own: it ends when the
-- office has told so beforehand and lifts it. `Resident.restrictedAt` says beside the name that one stands.
SET lock_timeout = '5s';

ALTER TYPE "HoldReason" ADD VALUE 'ACCURACY_CONTESTED';
ALTER TYPE "HoldReason" ADD VALUE 'USE_UNLAWFUL';
ALTER TYPE "HoldReason" ADD VALUE 'NEEDED_FOR_CLAIM';
ALTER TYPE "HoldReason" ADD VALUE 'OBJECTION';

ALTER TABLE "Resident" ADD COLUMN "restrictedAt" TIMESTAMPTZ(3);
ALTER TABLE "DeletionHold" ALTER COLUMN "requestId" DROP NOT NULL, ALTER COLUMN "untilOn" DROP NOT NULL, ADD COLUMN "residentId" UUID, ADD COLUMN "announcedAt" TIMESTAMPTZ(3);
ALTER TABLE "DeletionHold" ADD CONSTRAINT deletion_hold_about CHECK (CASE WHEN "residentId" IS NULL THEN "requestId" IS NOT NULL AND "untilOn" IS NOT NULL AND "announcedAt" IS NULL
  ELSE num_nonnulls("requestId", "caseId", "untilOn") = 0 END);
ALTER TABLE "DeletionHold" ADD CONSTRAINT deletion_hold_told_before CHECK ("residentId" IS NULL OR "endedAt" IS NULL OR ("announcedAt" IS NOT NULL AND "announcedAt" <= "endedAt"));
CREATE UNIQUE INDEX resident_restricted_once ON "DeletionHold" ("residentId") WHERE "endedAt" IS NULL;

-- Nobody is asked for, sent or put on a visit while it stands, and the house changes nothing of the entry.
CREATE FUNCTION resident_not_restricted() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  is_restricted boolean;
BEGIN
  IF TG_TABLE_NAME = 'Case' THEN
    SELECT "restrictedAt" IS NOT NULL INTO is_restricted FROM "Resident" WHERE "id" = NEW."residentId";
  ELSIF TG_TABLE_NAME = 'Appointment' THEN
    SELECT r."restrictedAt" IS NOT NULL INTO is_restricted FROM "Case" c JOIN "Resident" r ON r."id" = c."residentId" WHERE c."id" = NEW."caseId";
  ELSE
    is_restricted := current_user = 'portal_facility';
  END IF;
  IF is_restricted THEN
    RAISE EXCEPTION 'a restricted person violates constraint "resident_not_restricted"' USING ERRCODE = 'check_violation', CONSTRAINT = 'resident_not_restricted';
  END IF;
  RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION resident_not_restricted() FROM PUBLIC;
CREATE TRIGGER case_not_restricted BEFORE INSERT ON "Case" FOR EACH ROW EXECUTE FUNCTION resident_not_restricted();
CREATE TRIGGER case_not_sent_restricted BEFORE UPDATE ON "Case" FOR EACH ROW WHEN (NEW."state" = 'REQUESTED' AND OLD."state" <> 'REQUESTED') EXECUTE FUNCTION resident_not_restricted();
CREATE TRIGGER appointment_not_restricted BEFORE INSERT ON "Appointment" FOR EACH ROW EXECUTE FUNCTION resident_not_restricted();
CREATE TRIGGER resident_not_changed_restricted BEFORE UPDATE ON "Resident" FOR EACH ROW WHEN (OLD."restrictedAt" IS NOT NULL OR NEW."restrictedAt" IS NOT NULL) EXECUTE FUNCTION resident_not_restricted();

-- The office corrects (Art. 16) and restricts; the worker asks before it deletes.
GRANT UPDATE ("lastName", "firstNames", "bornOn", "nationality", "mainResidence", "recognitionKey", "restrictedAt", "version") ON "Resident" TO portal_office;
CREATE POLICY office_update ON "Resident" FOR UPDATE TO portal_office USING (true);
GRANT SELECT ("restrictedAt") ON "Resident" TO portal_worker, portal_subject;
GRANT SELECT, INSERT ON "DeletionHold" TO portal_office;
GRANT UPDATE ("announcedAt", "endedAt", "endedById", "version") ON "DeletionHold" TO portal_office;
CREATE POLICY office_select ON "DeletionHold" FOR SELECT TO portal_office USING ("residentId" IS NOT NULL);
CREATE POLICY office_insert ON "DeletionHold" FOR INSERT TO portal_office WITH CHECK ("residentId" IS NOT NULL AND "setById" = (SELECT person_in_scope()));
CREATE POLICY office_update ON "DeletionHold" FOR UPDATE TO portal_office USING ("residentId" IS NOT NULL);
DROP POLICY subject_select ON "DeletionHold";
CREATE POLICY subject_select ON "DeletionHold" FOR SELECT TO portal_subject USING ((SELECT subject_in_scope()) IN ("setById", "endedById", "residentId"));
