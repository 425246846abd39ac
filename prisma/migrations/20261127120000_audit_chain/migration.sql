-- Entries of the audit log are appended and never changed, and stand in a chain of hashes that the worker writes.
SET lock_timeout = '10s';

-- The chain gets tables of its own, so that an entry never has to be changed. These two columns never held a value.
ALTER TABLE "AuditEntry" DROP COLUMN "sealNumber", DROP COLUMN "sealHash";
ALTER TABLE "AuditEntry" ADD COLUMN "subjectIds" UUID[] DEFAULT ARRAY[]::UUID[];
UPDATE "AuditEntry" SET "subjectIds" = ARRAY["subjectId"] WHERE "subjectId" IS NOT NULL;

CREATE INDEX "audit_entry_subjects" ON "AuditEntry" USING GIN ("subjectIds");
CREATE INDEX "AuditEntry_actorUserId_at_idx" ON "AuditEntry"("actorUserId", "at");

CREATE TABLE "AuditSeal" (
    "sequence" BIGINT NOT NULL,
    "entryId" UUID NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditSeal_pkey" PRIMARY KEY ("sequence")
);
CREATE UNIQUE INDEX "audit_seal_entry_unique" ON "AuditSeal"("entryId");

CREATE TABLE "AuditAnchor" (
    "sequence" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "anchoredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AuditAnchor_pkey" PRIMARY KEY ("sequence")
);

-- Refuses every change for everybody, the owner of the tables included. The one way out is remove_audit_entries below: it runs as the owner and names its own transaction.
CREATE FUNCTION audit_append_only() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' AND TG_TABLE_NAME <> 'AuditAnchor'
    AND current_setting('app.audit_removal', true) = pg_current_xact_id()::text
    AND current_user = (SELECT tableowner FROM pg_tables WHERE schemaname = TG_TABLE_SCHEMA AND tablename = TG_TABLE_NAME)
  THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'insufficient_privilege', CONSTRAINT = 'audit_append_only';
END
$$;

CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION audit_append_only();
CREATE TRIGGER audit_seal_append_only BEFORE UPDATE OR DELETE ON "AuditSeal" FOR EACH ROW EXECUTE FUNCTION audit_append_only();
CREATE TRIGGER audit_anchor_append_only BEFORE UPDATE OR DELETE ON "AuditAnchor" FOR EACH ROW EXECUTE FUNCTION audit_append_only();
CREATE TRIGGER audit_entry_not_emptied BEFORE TRUNCATE ON "AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only();
CREATE TRIGGER audit_seal_not_emptied BEFORE TRUNCATE ON "AuditSeal" FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only();
CREATE TRIGGER audit_anchor_not_emptied BEFORE TRUNCATE ON "AuditAnchor" FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only();

-- Removes the oldest entries up to an anchor, whole segments only, and leaves the anchor. `before` is where the period begins; whatever it says, nothing goes that is
-- less than 300 days older than the newest anchor.
CREATE FUNCTION remove_audit_entries(before timestamptz) RETURNS TABLE (through bigint, removed bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  last_place bigint;
  gone bigint;
BEGIN
  SELECT max(a."sequence") INTO last_place FROM "AuditAnchor" a
    WHERE a."until" < before AND a."until" < (SELECT max("until") FROM "AuditAnchor") - interval '300 days'
    AND NOT EXISTS (SELECT 1 FROM "AuditAnchor" o WHERE o."sequence" < a."sequence" AND o."until" >= before);
  IF last_place IS NULL OR NOT EXISTS (SELECT 1 FROM "AuditSeal" WHERE "sequence" <= last_place) THEN
    RETURN;
  END IF;
  PERFORM set_config('app.audit_removal', pg_current_xact_id()::text, true);
  DELETE FROM "AuditEntry" e USING "AuditSeal" s WHERE s."entryId" = e."id" AND s."sequence" <= last_place;
  GET DIAGNOSTICS gone = ROW_COUNT;
  DELETE FROM "AuditSeal" WHERE "sequence" <= last_place;
  PERFORM set_config('app.audit_removal', '', true);
  RETURN QUERY SELECT last_place, gone;
END
$$;
REVOKE ALL ON FUNCTION remove_audit_entries(timestamptz) FROM PUBLIC;
REVOKE ALL ON FUNCTION audit_append_only() FROM PUBLIC;
