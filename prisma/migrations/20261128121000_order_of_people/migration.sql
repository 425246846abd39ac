-- The ward says in which order people are visited.
SET lock_timeout = '5s';

GRANT UPDATE ("position") ON "Appointment" TO portal_facility;
