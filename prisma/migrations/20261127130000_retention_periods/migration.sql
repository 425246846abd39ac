-- A database that is at work already gets the periods that the deletion run asks for. An empty one gets all values together when it is prepared.
SET lock_timeout = '5s';

INSERT INTO "LegalParameter" ("id", "key", "value", "unit", "validFromOn", "source", "note")
SELECT gen_random_uuid(), fresh.key, fresh.value, fresh.unit, DATE '2021-01-01', E'GDPR Art. 5 (1) (e), Art. 17\x3b to be confirmed by the data protection officer', fresh.note
FROM (VALUES
  ('mailContentDays', 7, 'DAYS', 'what a mail said, after it was sent'),
  ('crewMonths', 12, 'MONTHS', 'who was on a tour, and the names of closing days'),
  ('absenceDays', 90, 'DAYS', 'absences of the city''s own people, after they ended'),
  ('accountMonths', 12, 'MONTHS', 'closed accounts, people and facilities no longer active'),
  ('auditMonths', 12, 'MONTHS', 'entries of the log')
) AS fresh (key, value, unit, note)
WHERE EXISTS (SELECT 1 FROM "LegalParameter")
  AND NOT EXISTS (SELECT 1 FROM "LegalParameter" AS known WHERE known.key = fresh.key);
