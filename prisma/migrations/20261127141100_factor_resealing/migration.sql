-- The worker seals the secrets of authenticator apps anew when the data key changes.
SET lock_timeout = '5s';
GRANT UPDATE ("sealedSecret") ON "Factor" TO portal_worker;
