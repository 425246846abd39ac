-- Dated values: new ones from a day to come on, withdrawn as long as they have not begun, never changed.
SET lock_timeout = '5s';

INSERT INTO "LegalParameter" ("id", "key", "value", "unit", "validFromOn", "source", "note")
SELECT gen_random_uuid(), fresh.key, fresh.value, fresh.unit, DATE '2021-01-01', fresh.source, fresh.note
FROM (VALUES
  ('unlimitedValidityFromAge', 0, 'YEARS', 'PAuswG § 6', E'0 switches it off\x3b announced on 4 December 2025, not found in force'),
  ('validityMonthsWithoutFingers', 12, 'MONTHS', 'Verordnung (EU) 2019/1157 Art. 4 Abs. 3', E'no finger can be taken for the time being\x3b to be checked from 2027 on'),
  ('provisionalValidityMonths', 3, 'MONTHS', 'PAuswG § 6', 'at most'),
  ('fingerprintsFromAge', 6, 'YEARS', 'PAuswG § 9 Abs. 3', ''),
  ('expiringSoonMonths', 6, 'MONTHS', 'planning default, to be confirmed by the city', 'a card that runs out so soon needs no other reason (PAuswG § 6 Abs. 2)'),
  ('shippingFromAge', 16, 'YEARS', E'PAuswV § 18 Abs. 2\x3b practice since 2 May 2025', ''),
  ('highSeasonFrom', 6, 'MONTH_OF_YEAR', 'planning default, to be confirmed by the city', 'first month in which the production takes longer'),
  ('highSeasonUntil', 8, 'MONTH_OF_YEAR', 'planning default, to be confirmed by the city', 'last month in which the production takes longer'),
  ('visitMinimumPersons', 1, 'PERSONS', 'dortmund.de: also for a single person', ''),
  ('visitRecommendedPersons', 3, 'PERSONS', 'planning default, to be confirmed by the city', E'below it others of the house may join\x3b nothing is refused')
) AS fresh (key, value, unit, source, note)
WHERE EXISTS (SELECT 1 FROM "LegalParameter")
  AND NOT EXISTS (SELECT 1 FROM "LegalParameter" AS known WHERE known.key = fresh.key);

ALTER TABLE "LegalParameter" ADD CONSTRAINT legal_parameter_value_in_range CHECK (
    CASE "unit"
        WHEN 'CENTS' THEN "value" BETWEEN 0 AND 100000
        WHEN 'YEARS' THEN "value" BETWEEN 0 AND 120
        WHEN 'MONTHS' THEN "value" BETWEEN 0 AND 240
        WHEN 'DAYS' THEN "value" BETWEEN 0 AND 3650
        WHEN 'WORKING_DAYS' THEN "value" BETWEEN 0 AND 60
        WHEN 'MINUTES' THEN "value" BETWEEN 0 AND 480
        WHEN 'MINUTE_OF_DAY' THEN "value" BETWEEN 0 AND 1439
        WHEN 'MONTH_OF_YEAR' THEN "value" BETWEEN 1 AND 12
        WHEN 'PERSONS' THEN "value" BETWEEN 1 AND 20
        WHEN 'PERCENT' THEN "value" BETWEEN 100 AND 300
        WHEN 'KILOMETRES_PER_HOUR' THEN "value" BETWEEN 5 AND 130
        ELSE false
    END
);
ALTER TABLE "LegalParameter" ADD CONSTRAINT legal_parameter_sourced CHECK ("source" <> '');

-- What has begun is history: nobody changes a row, and the administration adds and takes away only what is still to come, by the calendar of Dortmund.
GRANT INSERT, DELETE ON "LegalParameter" TO portal_oversight;
CREATE POLICY oversight_insert ON "LegalParameter" FOR INSERT TO portal_oversight WITH CHECK ("validFromOn" > (now() AT TIME ZONE 'Europe/Berlin')::date AND "validUntilOn" IS NULL);
CREATE POLICY oversight_delete ON "LegalParameter" FOR DELETE TO portal_oversight USING ("validFromOn" > (now() AT TIME ZONE 'Europe/Berlin')::date);
