-- What a prison's gate has to know before a visit: the crew by name, the plate of the vehicle, the devices of the kit. Only of the tours that are announced to the own prison; a home reads none of it.
SET lock_timeout = '5s';

GRANT SELECT ("plate") ON "Vehicle" TO portal_facility;
GRANT SELECT ON "KitComponent" TO portal_facility;
CREATE POLICY facility_select ON "KitComponent" FOR SELECT TO portal_facility USING ("kitId" IN (
  SELECT t."kitId" FROM "Tour" t JOIN "Visit" v ON v."tourId" = t."id"
  WHERE v."facilityId" = (SELECT facility_in_scope()) AND v."placeKind" = 'PRISON' AND v."state" IN ('ANNOUNCED', 'CONFIRMED', 'UNDERWAY')));
