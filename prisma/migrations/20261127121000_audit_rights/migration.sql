-- The worker seals the log's entries and takes out whole segments past their period. Whoever looks after the log reads its chain.
SET lock_timeout = '10s';
GRANT SELECT, INSERT ON "AuditSeal", "AuditAnchor" TO portal_worker;
GRANT SELECT ON "AuditSeal", "AuditAnchor" TO portal_oversight;
GRANT EXECUTE ON FUNCTION remove_audit_entries(timestamptz) TO portal_worker;
