-- The chain of the audit log: the worker writes it, whoever looks after the log reads it.
SET lock_timeout = '10s';
REVOKE ALL ON "AuditSeal", "AuditAnchor" FROM portal_facility, portal_office, portal_crew, portal_oversight, portal_gate, portal_worker;
ALTER TABLE "AuditSeal" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "AuditAnchor" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "AuditSeal", "AuditAnchor" TO portal_worker;
GRANT SELECT ON "AuditSeal", "AuditAnchor" TO portal_oversight;
CREATE POLICY worker_select ON "AuditSeal" FOR SELECT TO portal_worker USING (true);
CREATE POLICY worker_insert ON "AuditSeal" FOR INSERT TO portal_worker WITH CHECK (true);
CREATE POLICY oversight_select ON "AuditSeal" FOR SELECT TO portal_oversight USING (true);
CREATE POLICY worker_select ON "AuditAnchor" FOR SELECT TO portal_worker USING (true);
CREATE POLICY worker_insert ON "AuditAnchor" FOR INSERT TO portal_worker WITH CHECK (true);
CREATE POLICY oversight_select ON "AuditAnchor" FOR SELECT TO portal_oversight USING (true);

-- Refusals are counted by the gate and put on record by the worker.
REVOKE ALL ON "RefusalCount" FROM portal_facility, portal_office, portal_crew, portal_oversight, portal_gate, portal_worker;
ALTER TABLE "RefusalCount" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON "RefusalCount" TO portal_gate;
GRANT SELECT, DELETE ON "RefusalCount" TO portal_worker;
CREATE POLICY gate_select ON "RefusalCount" FOR SELECT TO portal_gate USING (true);
CREATE POLICY gate_insert ON "RefusalCount" FOR INSERT TO portal_gate WITH CHECK (true);
CREATE POLICY gate_update ON "RefusalCount" FOR UPDATE TO portal_gate USING (true);
CREATE POLICY worker_select ON "RefusalCount" FOR SELECT TO portal_worker USING (true);
CREATE POLICY worker_delete ON "RefusalCount" FOR DELETE TO portal_worker USING (true);

-- A column that came after the office's rights to single columns of the mail log.
GRANT SELECT ("contentRemovedAt") ON "MailOrder" TO portal_office;
