-- By what the city's own sign-in knows a person: a hash of its issuer and of the identifier that it gives.
SET lock_timeout = '5s';

ALTER TABLE "User" ADD COLUMN "providerKey" TEXT;
CREATE UNIQUE INDEX "user_provider_key_unique" ON "User"("providerKey");

-- The city's sign-in opens accounts and gives and takes the city's roles, at the gate; never a facility's.
GRANT INSERT, UPDATE ("displayName", "providerKey") ON "User" TO portal_gate;
GRANT INSERT, UPDATE ("endedAt") ON "Membership" TO portal_gate;
CREATE POLICY gate_insert_city ON "User" FOR INSERT TO portal_gate WITH CHECK ("staffId" IS NULL);
CREATE POLICY gate_update_city ON "User" FOR UPDATE TO portal_gate USING (true);
CREATE POLICY gate_insert_city ON "Membership" FOR INSERT TO portal_gate WITH CHECK ("facilityId" IS NULL);
CREATE POLICY gate_update_city ON "Membership" FOR UPDATE TO portal_gate USING ("facilityId" IS NULL);
