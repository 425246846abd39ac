-- What must never happen. Every constraint here is listed in lib/db/guards.ts with its exact definition, and the application does not start when one is missing or differs.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- A kit, a person or a vehicle is never taken twice at one time: absences and repairs count.
ALTER TABLE "Reservation"
  ADD CONSTRAINT reservation_one_resource CHECK (num_nonnulls("kitId", "staffId", "vehicleId") = 1),
  ADD CONSTRAINT reservation_forward CHECK ("startsAt" < "endsAt"),
  ADD CONSTRAINT reservation_tour_purpose CHECK (("purpose" = 'TOUR') = ("tourId" IS NOT NULL)),
  ADD CONSTRAINT reservation_no_overlap EXCLUDE USING gist (
    (COALESCE("kitId", "staffId", "vehicleId")) WITH =,
    tstzrange("startsAt", "endsAt", '[)') WITH &&
  ) WHERE ("releasedAt" IS NULL);

-- A crew is never at two places of one tour at one time.
ALTER TABLE "Visit"
  ADD CONSTRAINT visit_forward CHECK ("startsAt" < "endsAt"),
  ADD CONSTRAINT visit_placed_has_times CHECK (
    CASE
      WHEN "state" = 'TO_PLAN' THEN "tourId" IS NULL AND "startsAt" IS NULL AND "endsAt" IS NULL
      WHEN "state" = 'CANCELLED' THEN TRUE
      ELSE "tourId" IS NOT NULL AND "startsAt" IS NOT NULL AND "endsAt" IS NOT NULL
    END
  ),
  ADD CONSTRAINT visit_no_overlap_in_tour EXCLUDE USING gist (
    "tourId" WITH =,
    tstzrange("startsAt", "endsAt", '[)') WITH &&
  ) WHERE ("tourId" IS NOT NULL AND "state" <> 'CANCELLED');

-- A case is open in at most one visit.
ALTER TABLE "Appointment"
  ADD CONSTRAINT appointment_case_open_once EXCLUDE USING btree ("caseId" WITH =) WHERE ("outcome" IS NULL AND "removedAt" IS NULL),
  ADD CONSTRAINT appointment_outcome_dated CHECK (("outcome" IS NULL) = ("outcomeAt" IS NULL)),
  ADD CONSTRAINT appointment_impediment_reason CHECK (("outcome" IS NOT DISTINCT FROM 'NOT_POSSIBLE') = ("impediment" IS NOT NULL));

ALTER TABLE "Tour" ADD CONSTRAINT tour_forward CHECK ("departsAt" < "returnsAt");

ALTER TABLE "Case" ADD CONSTRAINT case_closed_with_reason CHECK (
  ("state" = 'CLOSED') = ("closeReason" IS NOT NULL) AND ("closeReason" IS NULL) = ("closedAt" IS NULL)
);

ALTER TABLE "VisitRequest"
  ADD CONSTRAINT visit_request_sent_informed CHECK ("sentAt" IS NULL OR "informedAt" IS NOT NULL),
  ADD CONSTRAINT visit_request_reasons CHECK (
    ("state" <> 'DECLINED' OR "declineReason" IS NOT NULL)
    AND ("state" <> 'QUESTIONED' OR "questionReason" IS NOT NULL)
    AND ("state" <> 'WITHDRAWN' OR "withdrawReason" IS NOT NULL)
    AND ("state" IN ('DRAFT', 'WITHDRAWN') OR "sentAt" IS NOT NULL)
  );

ALTER TABLE "WishWindow" ADD CONSTRAINT wish_window_forward CHECK ("fromMinutes" >= 0 AND "fromMinutes" < "untilMinutes" AND "untilMinutes" <= 1440);

-- A facility's role always names the facility, an office role never does.
ALTER TABLE "Membership" ADD CONSTRAINT membership_facility_role CHECK (
  ("role" IN ('FACILITY_STAFF', 'PRISON_SOCIAL_SERVICE')) = ("facilityId" IS NOT NULL)
);
CREATE UNIQUE INDEX membership_once ON "Membership" ("userId", "role", "facilityId") NULLS NOT DISTINCT WHERE "endedAt" IS NULL;

ALTER TABLE "User" ADD CONSTRAINT user_email_lower_case CHECK ("email" = lower("email"));

ALTER TABLE "SiteSheet" ADD CONSTRAINT site_sheet_hours CHECK (
  "gateMinutes" BETWEEN 0 AND 240 AND "visitsFrom" >= 0 AND "visitsFrom" < "visitsUntil" AND "visitsUntil" <= 1440
);

ALTER TABLE "Closure"
  ADD CONSTRAINT closure_forward CHECK ("fromOn" < "untilOn"),
  ADD CONSTRAINT closure_place CHECK (("kind" = 'OFFICE_CLOSED') = ("facilityId" IS NULL));

ALTER TABLE "Training" ADD CONSTRAINT training_forward CHECK ("validUntilOn" IS NULL OR "validFromOn" < "validUntilOn");

ALTER TABLE "KitConsumable" ADD CONSTRAINT kit_consumable_not_negative CHECK ("count" >= 0 AND "minimum" >= 0);

ALTER TABLE "MailOrder" ADD CONSTRAINT mail_order_sent_dated CHECK (("state" = 'SENT') = ("sentAt" IS NOT NULL));

ALTER TABLE "LegalParameter" ADD CONSTRAINT legal_parameter_forward CHECK ("validUntilOn" IS NULL OR "validFromOn" < "validUntilOn");
