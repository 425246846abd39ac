-- Row-level security is forced on the owner of the tables too, so what the database's two own functions do as the owner needs policies: with them the owner is a role
-- like any other, without BYPASSRLS.
SET lock_timeout = '5s';

-- The tours of the staff member in whose scope the transaction is; see tours_of_staff_in_scope.
CREATE POLICY owner_select ON "TourMember" FOR SELECT TO CURRENT_USER USING ("staffId" = (SELECT staff_in_scope()));

-- What the removal of old entries reads and takes away, while it runs and in its own transaction alone. The same condition stands in the triggers.
CREATE FUNCTION removes_audit_entries() RETURNS boolean LANGUAGE sql STABLE RETURN coalesce(current_setting('app.audit_removal', true) = pg_current_xact_id()::text, false);
REVOKE ALL ON FUNCTION removes_audit_entries() FROM PUBLIC;
CREATE POLICY owner_select ON "AuditEntry" FOR SELECT TO CURRENT_USER USING ((SELECT removes_audit_entries()));
CREATE POLICY owner_delete ON "AuditEntry" FOR DELETE TO CURRENT_USER USING ((SELECT removes_audit_entries()));
CREATE POLICY owner_select ON "AuditSeal" FOR SELECT TO CURRENT_USER USING ((SELECT removes_audit_entries()));
CREATE POLICY owner_delete ON "AuditSeal" FOR DELETE TO CURRENT_USER USING ((SELECT removes_audit_entries()));
CREATE POLICY owner_select ON "AuditAnchor" FOR SELECT TO CURRENT_USER USING ((SELECT removes_audit_entries()));

-- As before, but the transaction is named before anything is read.
CREATE OR REPLACE FUNCTION remove_audit_entries(before timestamptz) RETURNS TABLE (through bigint, removed bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  last_place bigint;
  gone bigint;
BEGIN
  PERFORM set_config('app.audit_removal', pg_current_xact_id()::text, true);
  SELECT max(a."sequence") INTO last_place FROM "AuditAnchor" a
    WHERE a."until" < before AND a."until" < (SELECT max("until") FROM "AuditAnchor") - interval '300 days'
    AND NOT EXISTS (SELECT 1 FROM "AuditAnchor" o WHERE o."sequence" < a."sequence" AND o."until" >= before);
  IF last_place IS NOT NULL AND EXISTS (SELECT 1 FROM "AuditSeal" WHERE "sequence" <= last_place) THEN
    DELETE FROM "AuditEntry" e USING "AuditSeal" s WHERE s."entryId" = e."id" AND s."sequence" <= last_place;
    GET DIAGNOSTICS gone = ROW_COUNT;
    DELETE FROM "AuditSeal" WHERE "sequence" <= last_place;
  END IF;
  PERFORM set_config('app.audit_removal', '', true);
  IF gone IS NOT NULL THEN
    RETURN QUERY SELECT last_place, gone;
  END IF;
END
$$;
