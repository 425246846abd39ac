-- Rights that stood on columns which are sealed now, and what the change of a key needs.
SET lock_timeout = '5s';

GRANT UPDATE ("impedimentSealed") ON "Appointment" TO portal_crew;

CREATE POLICY worker_update ON "Reservation" FOR UPDATE TO portal_worker USING (true);
GRANT UPDATE ("reasonSealed") ON "Reservation" TO portal_worker;
