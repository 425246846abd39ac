-- The gate forgets what was shown once: codes that a person has written down stay in no row.
SET lock_timeout = '5s';
GRANT DELETE ON "FormEcho" TO portal_gate;
CREATE POLICY gate_delete ON "FormEcho" FOR DELETE TO portal_gate USING (true);
