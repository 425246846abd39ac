-- CreateEnum
CREATE TYPE "Role" AS ENUM ('FACILITY_STAFF', 'PRISON_SOCIAL_SERVICE', 'TEAM_LEAD', 'CREW', 'ADMINISTRATOR', 'DATA_PROTECTION_OFFICER');

-- CreateEnum
CREATE TYPE "FacilityKind" AS ENUM ('NURSING_HOME', 'PRISON');

-- CreateEnum
CREATE TYPE "District" AS ENUM ('INNENSTADT_WEST', 'INNENSTADT_NORD', 'INNENSTADT_OST', 'EVING', 'SCHARNHORST', 'BRACKEL', 'APLERBECK', 'HOERDE', 'HOMBRUCH', 'LUETGENDORTMUND', 'HUCKARDE', 'MENGEDE');

-- CreateEnum
CREATE TYPE "MobileReception" AS ENUM ('GOOD', 'WEAK', 'NONE', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "ClosureKind" AS ENUM ('OFFICE_CLOSED', 'FACILITY_CLOSED', 'WARD_CLOSED');

-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('PENDING', 'SENT', 'FAILED');

-- CreateEnum
CREATE TYPE "RequestState" AS ENUM ('DRAFT', 'SENT', 'QUESTIONED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'CLOSED');

-- CreateEnum
CREATE TYPE "DeclineReason" AS ENUM ('NOT_GERMAN', 'NOT_COMPETENT', 'CAN_COME_TO_OFFICE', 'EXEMPTION_FITS', 'NO_LEGITIMATE_INTEREST', 'PROXY_NOT_ALLOWED', 'ROOM_NOT_SUITABLE', 'DUPLICATE');

-- CreateEnum
CREATE TYPE "QuestionReason" AS ENUM ('DATES_UNSUITABLE', 'PERSON_DATA_UNCLEAR', 'REPRESENTATION_UNCLEAR', 'COMPETENCE_UNCLEAR', 'ROOM_UNCLEAR', 'NATIONALITY_UNCLEAR');

-- CreateEnum
CREATE TYPE "WithdrawReason" AS ENUM ('NO_LONGER_NEEDED', 'HANDLED_ELSEWHERE', 'PERSON_GONE', 'MISTAKE');

-- CreateEnum
CREATE TYPE "Service" AS ENUM ('ID_CARD', 'PROVISIONAL_ID', 'DUTY_EXEMPTION', 'HAND_OVER', 'ADDRESS_CHANGE');

-- CreateEnum
CREATE TYPE "CaseState" AS ENUM ('DRAFT', 'REQUESTED', 'ACCEPTED', 'APPLIED', 'CLOSED');

-- CreateEnum
CREATE TYPE "CaseCloseReason" AS ENUM ('DONE', 'DECLINED', 'WITHDRAWN', 'GONE');

-- CreateEnum
CREATE TYPE "Nationality" AS ENUM ('GERMAN', 'OTHER', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "MainResidence" AS ENUM ('DORTMUND', 'ELSEWHERE', 'NONE', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "IdCardState" AS ENUM ('NONE', 'VALID', 'EXPIRED', 'LOST');

-- CreateEnum
CREATE TYPE "Capacity" AS ENUM ('CAPABLE', 'INCAPABLE');

-- CreateEnum
CREATE TYPE "Representation" AS ENUM ('NONE', 'GUARDIAN_RESIDENCE', 'GUARDIAN_OTHER', 'POWER_CERTIFIED', 'POWER_SIMPLE', 'CUSTODIAN');

-- CreateEnum
CREATE TYPE "AppliesBy" AS ENUM ('SELF', 'WITH_REPRESENTATIVE', 'REPRESENTATIVE_ALONE');

-- CreateEnum
CREATE TYPE "Mobility" AS ENUM ('COMES_TO_ROOM', 'BEDSIDE');

-- CreateEnum
CREATE TYPE "FingerprintObstacle" AS ENUM ('NONE', 'SUBSTITUTE_FINGER', 'TEMPORARY_ALL', 'PERMANENT_MEDICAL');

-- CreateEnum
CREATE TYPE "CustodyKind" AS ENUM ('SENTENCE', 'REMAND', 'DEFAULT_IMPRISONMENT', 'OTHER');

-- CreateEnum
CREATE TYPE "KitState" AS ENUM ('OPERATIONAL', 'DEFECT', 'IN_REPAIR', 'RETIRED');

-- CreateEnum
CREATE TYPE "ComponentKind" AS ENUM ('LAPTOP', 'PRINTER', 'SCANNER', 'FINGERPRINT_SCANNER', 'LTE_ROUTER', 'CAMERA', 'CHANGE_TERMINAL', 'PHOTO_SCREEN');

-- CreateEnum
CREATE TYPE "ComponentState" AS ENUM ('WORKING', 'DEFECT', 'MISSING');

-- CreateEnum
CREATE TYPE "ConsumableKind" AS ENUM ('PIN_ENVELOPE', 'PROVISIONAL_BLANK', 'ADDRESS_STICKER', 'PAPER', 'INK', 'LEAFLET');

-- CreateEnum
CREATE TYPE "TrainingKind" AS ENUM ('KIT_OPERATION', 'PRISON_ACCESS');

-- CreateEnum
CREATE TYPE "TourState" AS ENUM ('PLANNED', 'UNDERWAY', 'DONE', 'CANCELLED');

-- CreateEnum
CREATE TYPE "ReservationPurpose" AS ENUM ('TOUR', 'ABSENCE', 'REPAIR');

-- CreateEnum
CREATE TYPE "AbsenceReason" AS ENUM ('ILLNESS', 'LEAVE', 'TRAINING', 'DEFECT', 'MAINTENANCE', 'OTHER');

-- CreateEnum
CREATE TYPE "VisitState" AS ENUM ('TO_PLAN', 'PLANNED', 'ANNOUNCED', 'CONFIRMED', 'UNDERWAY', 'DONE', 'CANCELLED');

-- CreateEnum
CREATE TYPE "DateQuestionReason" AS ENUM ('STAFF_MISSING', 'ROOM_TAKEN', 'PERSON_ABSENT', 'TOO_LATE', 'OTHER');

-- CreateEnum
CREATE TYPE "AppointmentKind" AS ENUM ('APPLICATION', 'HAND_OVER');

-- CreateEnum
CREATE TYPE "OutcomeCode" AS ENUM ('APPLIED', 'ISSUED', 'HANDED_OVER', 'ADDRESS_CHANGED', 'EXEMPTION_TAKEN', 'NOT_POSSIBLE');

-- CreateEnum
CREATE TYPE "ImpedimentReason" AS ENUM ('ABSENT', 'IN_HOSPITAL', 'REFUSED', 'ILL_TODAY', 'DOCUMENT_MISSING', 'REPRESENTATIVE_MISSING', 'EQUIPMENT_FAULT', 'NO_NETWORK', 'RELEASED', 'TRANSFERRED', 'DECEASED');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "displayName" TEXT NOT NULL,
    "disabledAt" TIMESTAMPTZ(3),
    "staffId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "facilityId" UUID,
    "endedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LoginCode" (
    "id" UUID NOT NULL,
    "userId" UUID,
    "emailHash" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "browserHash" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "LoginCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "action" TEXT NOT NULL,
    "actorUserId" UUID,
    "actorRole" "Role",
    "subjectKind" TEXT NOT NULL,
    "subjectId" UUID,
    "facilityId" UUID,
    "details" JSONB NOT NULL,
    "sealNumber" BIGINT,
    "sealHash" TEXT,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Facility" (
    "id" UUID NOT NULL,
    "kind" "FacilityKind" NOT NULL,
    "name" TEXT NOT NULL,
    "street" TEXT NOT NULL,
    "postalCode" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "district" "District" NOT NULL,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,
    "contactName" TEXT NOT NULL,
    "contactPhone" TEXT NOT NULL,
    "contactEmail" TEXT NOT NULL,
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Facility_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SiteSheet" (
    "facilityId" UUID NOT NULL,
    "room" TEXT NOT NULL,
    "hasTable" BOOLEAN NOT NULL DEFAULT false,
    "hasSocket" BOOLEAN NOT NULL DEFAULT false,
    "hasPhotoSpace" BOOLEAN NOT NULL DEFAULT false,
    "hasStepFreeWay" BOOLEAN NOT NULL DEFAULT false,
    "mobileReception" "MobileReception" NOT NULL DEFAULT 'UNKNOWN',
    "parking" TEXT NOT NULL,
    "accessNote" TEXT NOT NULL,
    "gateMinutes" INTEGER NOT NULL DEFAULT 0,
    "visitsFrom" INTEGER NOT NULL DEFAULT 480,
    "visitsUntil" INTEGER NOT NULL DEFAULT 960,
    "confirmedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "SiteSheet_pkey" PRIMARY KEY ("facilityId")
);

-- CreateTable
CREATE TABLE "Closure" (
    "id" UUID NOT NULL,
    "kind" "ClosureKind" NOT NULL,
    "facilityId" UUID,
    "label" TEXT NOT NULL,
    "fromOn" DATE NOT NULL,
    "untilOn" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Closure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FormEcho" (
    "id" UUID NOT NULL,
    "userId" UUID,
    "action" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FormEcho_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Submission" (
    "userId" UUID NOT NULL,
    "formKey" UUID NOT NULL,
    "result" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "submission_once" PRIMARY KEY ("userId","formKey")
);

-- CreateTable
CREATE TABLE "LegalParameter" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "unit" TEXT NOT NULL,
    "validFromOn" DATE NOT NULL,
    "validUntilOn" DATE,
    "source" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "LegalParameter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MailOrder" (
    "id" UUID NOT NULL,
    "uniqueKey" TEXT,
    "kind" TEXT NOT NULL,
    "toAddress" TEXT NOT NULL,
    "toName" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "calendar" JSONB,
    "state" "MailState" NOT NULL DEFAULT 'PENDING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lockedUntil" TIMESTAMPTZ(3),
    "lastError" TEXT,
    "messageId" TEXT NOT NULL,
    "facilityId" UUID,
    "visitId" UUID,
    "requestId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "MailOrder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VisitRequest" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "facilityId" UUID NOT NULL,
    "state" "RequestState" NOT NULL DEFAULT 'DRAFT',
    "facilityNote" TEXT NOT NULL DEFAULT '',
    "officeNote" TEXT NOT NULL DEFAULT '',
    "questionReason" "QuestionReason",
    "declineReason" "DeclineReason",
    "withdrawReason" "WithdrawReason",
    "informedAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "decidedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "VisitRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WishWindow" (
    "id" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "wishedOn" DATE NOT NULL,
    "fromMinutes" INTEGER NOT NULL,
    "untilMinutes" INTEGER NOT NULL,

    CONSTRAINT "WishWindow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Case" (
    "id" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "residentId" UUID NOT NULL,
    "facilityId" UUID NOT NULL,
    "service" "Service" NOT NULL,
    "state" "CaseState" NOT NULL DEFAULT 'DRAFT',
    "closeReason" "CaseCloseReason",
    "closedAt" TIMESTAMPTZ(3),
    "neededBy" DATE,
    "dueOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Resident" (
    "id" UUID NOT NULL,
    "facilityId" UUID NOT NULL,
    "lastName" TEXT NOT NULL,
    "firstNames" TEXT NOT NULL,
    "bornOn" DATE NOT NULL,
    "nationality" "Nationality" NOT NULL DEFAULT 'UNKNOWN',
    "mainResidence" "MainResidence" NOT NULL DEFAULT 'UNKNOWN',
    "idCardState" "IdCardState" NOT NULL DEFAULT 'NONE',
    "idExpiresOn" DATE,
    "hasValidPassport" BOOLEAN NOT NULL DEFAULT false,
    "isExempted" BOOLEAN NOT NULL DEFAULT false,
    "goneOn" DATE,
    "confirmedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Resident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ResidentCare" (
    "residentId" UUID NOT NULL,
    "isPermanentResident" BOOLEAN NOT NULL DEFAULT false,
    "capacity" "Capacity" NOT NULL DEFAULT 'CAPABLE',
    "representation" "Representation" NOT NULL DEFAULT 'NONE',
    "appliesBy" "AppliesBy" NOT NULL DEFAULT 'SELF',
    "isRepresentativePresent" BOOLEAN,
    "mobility" "Mobility" NOT NULL DEFAULT 'COMES_TO_ROOM',
    "fingerprintObstacle" "FingerprintObstacle" NOT NULL DEFAULT 'NONE',

    CONSTRAINT "ResidentCare_pkey" PRIMARY KEY ("residentId")
);

-- CreateTable
CREATE TABLE "ResidentCustody" (
    "residentId" UUID NOT NULL,
    "kind" "CustodyKind" NOT NULL,
    "sinceOn" DATE,
    "releaseOn" DATE,

    CONSTRAINT "ResidentCustody_pkey" PRIMARY KEY ("residentId")
);

-- CreateTable
CREATE TABLE "CaseKit" (
    "id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "state" "KitState" NOT NULL DEFAULT 'OPERATIONAL',
    "hasCertifiedCamera" BOOLEAN NOT NULL DEFAULT true,
    "inServiceFromOn" DATE,
    "contractEndsOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "CaseKit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KitComponent" (
    "id" UUID NOT NULL,
    "kitId" UUID NOT NULL,
    "kind" "ComponentKind" NOT NULL,
    "inventoryTag" TEXT NOT NULL,
    "state" "ComponentState" NOT NULL DEFAULT 'WORKING',

    CONSTRAINT "KitComponent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KitConsumable" (
    "kitId" UUID NOT NULL,
    "kind" "ConsumableKind" NOT NULL,
    "count" INTEGER NOT NULL,
    "minimum" INTEGER NOT NULL DEFAULT 0,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "KitConsumable_pkey" PRIMARY KEY ("kitId","kind")
);

-- CreateTable
CREATE TABLE "StaffMember" (
    "id" UUID NOT NULL,
    "displayName" TEXT NOT NULL,
    "initials" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "StaffMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Training" (
    "id" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "kind" "TrainingKind" NOT NULL,
    "validFromOn" DATE NOT NULL,
    "validUntilOn" DATE,

    CONSTRAINT "Training_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Vehicle" (
    "id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "plate" TEXT NOT NULL,
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Vehicle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Tour" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "state" "TourState" NOT NULL DEFAULT 'PLANNED',
    "tourOn" DATE NOT NULL,
    "departsAt" TIMESTAMPTZ(3) NOT NULL,
    "returnsAt" TIMESTAMPTZ(3) NOT NULL,
    "kitId" UUID NOT NULL,
    "vehicleId" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Tour_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TourMember" (
    "tourId" UUID NOT NULL,
    "staffId" UUID NOT NULL,

    CONSTRAINT "TourMember_pkey" PRIMARY KEY ("tourId","staffId")
);

-- CreateTable
CREATE TABLE "Reservation" (
    "id" UUID NOT NULL,
    "kitId" UUID,
    "staffId" UUID,
    "vehicleId" UUID,
    "purpose" "ReservationPurpose" NOT NULL,
    "reason" "AbsenceReason",
    "tourId" UUID,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "releasedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Reservation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Visit" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "facilityId" UUID NOT NULL,
    "state" "VisitState" NOT NULL DEFAULT 'TO_PLAN',
    "tourId" UUID,
    "startsAt" TIMESTAMPTZ(3),
    "endsAt" TIMESTAMPTZ(3),
    "gateMinutes" INTEGER NOT NULL DEFAULT 0,
    "setupMinutes" INTEGER NOT NULL,
    "packDownMinutes" INTEGER NOT NULL,
    "placeKind" "FacilityKind" NOT NULL,
    "placeName" TEXT NOT NULL,
    "placeStreet" TEXT NOT NULL,
    "placePostalCode" TEXT NOT NULL,
    "placeCity" TEXT NOT NULL,
    "placeDistrict" "District" NOT NULL,
    "placeLatitude" DOUBLE PRECISION NOT NULL,
    "placeLongitude" DOUBLE PRECISION NOT NULL,
    "visitCode" TEXT NOT NULL,
    "calendarUid" TEXT NOT NULL,
    "calendarSequence" INTEGER NOT NULL DEFAULT 0,
    "hasCalendarEntry" BOOLEAN NOT NULL DEFAULT false,
    "announcedAt" TIMESTAMPTZ(3),
    "confirmedAt" TIMESTAMPTZ(3),
    "questionedAt" TIMESTAMPTZ(3),
    "questionReason" "DateQuestionReason",
    "clearedAt" TIMESTAMPTZ(3),
    "internalNote" TEXT NOT NULL DEFAULT '',
    "crewNote" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Appointment" (
    "id" UUID NOT NULL,
    "visitId" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "facilityId" UUID NOT NULL,
    "kind" "AppointmentKind" NOT NULL DEFAULT 'APPLICATION',
    "position" INTEGER NOT NULL,
    "outcome" "OutcomeCode",
    "impediment" "ImpedimentReason",
    "outcomeAt" TIMESTAMPTZ(3),
    "outcomeById" UUID,
    "removedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Appointment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_unique" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "user_staff_unique" ON "User"("staffId");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_unique" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "login_code_browser_unique" ON "LoginCode"("browserHash");

-- CreateIndex
CREATE INDEX "LoginCode_emailHash_createdAt_idx" ON "LoginCode"("emailHash", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "audit_entry_seal_unique" ON "AuditEntry"("sealNumber");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- CreateIndex
CREATE INDEX "AuditEntry_subjectId_idx" ON "AuditEntry"("subjectId");

-- CreateIndex
CREATE INDEX "FormEcho_expiresAt_idx" ON "FormEcho"("expiresAt");

-- CreateIndex
CREATE INDEX "Submission_createdAt_idx" ON "Submission"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "legal_parameter_once_per_day" ON "LegalParameter"("key", "validFromOn");

-- CreateIndex
CREATE UNIQUE INDEX "mail_order_key_unique" ON "MailOrder"("uniqueKey");

-- CreateIndex
CREATE UNIQUE INDEX "mail_order_message_id_unique" ON "MailOrder"("messageId");

-- CreateIndex
CREATE INDEX "MailOrder_state_nextAttemptAt_idx" ON "MailOrder"("state", "nextAttemptAt");

-- CreateIndex
CREATE INDEX "MailOrder_visitId_idx" ON "MailOrder"("visitId");

-- CreateIndex
CREATE UNIQUE INDEX "visit_request_reference_unique" ON "VisitRequest"("reference");

-- CreateIndex
CREATE INDEX "VisitRequest_facilityId_state_idx" ON "VisitRequest"("facilityId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "visit_request_facility_unique" ON "VisitRequest"("id", "facilityId");

-- CreateIndex
CREATE UNIQUE INDEX "wish_window_unique" ON "WishWindow"("requestId", "wishedOn", "fromMinutes");

-- CreateIndex
CREATE INDEX "Case_facilityId_state_idx" ON "Case"("facilityId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "case_once_per_request" ON "Case"("requestId", "residentId", "service");

-- CreateIndex
CREATE UNIQUE INDEX "case_facility_unique" ON "Case"("id", "facilityId");

-- CreateIndex
CREATE INDEX "Resident_facilityId_lastName_idx" ON "Resident"("facilityId", "lastName");

-- CreateIndex
CREATE UNIQUE INDEX "resident_facility_unique" ON "Resident"("id", "facilityId");

-- CreateIndex
CREATE UNIQUE INDEX "case_kit_label_unique" ON "CaseKit"("label");

-- CreateIndex
CREATE UNIQUE INDEX "kit_component_tag_unique" ON "KitComponent"("kitId", "inventoryTag");

-- CreateIndex
CREATE UNIQUE INDEX "vehicle_label_unique" ON "Vehicle"("label");

-- CreateIndex
CREATE UNIQUE INDEX "tour_reference_unique" ON "Tour"("reference");

-- CreateIndex
CREATE INDEX "Tour_tourOn_idx" ON "Tour"("tourOn");

-- CreateIndex
CREATE INDEX "Reservation_tourId_idx" ON "Reservation"("tourId");

-- CreateIndex
CREATE UNIQUE INDEX "visit_reference_unique" ON "Visit"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "visit_calendar_uid_unique" ON "Visit"("calendarUid");

-- CreateIndex
CREATE INDEX "Visit_facilityId_state_idx" ON "Visit"("facilityId", "state");

-- CreateIndex
CREATE INDEX "Visit_tourId_idx" ON "Visit"("tourId");

-- CreateIndex
CREATE UNIQUE INDEX "visit_facility_unique" ON "Visit"("id", "facilityId");

-- CreateIndex
CREATE INDEX "Appointment_visitId_idx" ON "Appointment"("visitId");

-- CreateIndex
CREATE INDEX "Appointment_caseId_idx" ON "Appointment"("caseId");

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffMember"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES "Facility"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LoginCode" ADD CONSTRAINT "LoginCode_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SiteSheet" ADD CONSTRAINT "SiteSheet_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES "Facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Closure" ADD CONSTRAINT "Closure_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES "Facility"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VisitRequest" ADD CONSTRAINT "VisitRequest_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES "Facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WishWindow" ADD CONSTRAINT "WishWindow_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "VisitRequest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_requestId_facilityId_fkey" FOREIGN KEY ("requestId", "facilityId") REFERENCES "VisitRequest"("id", "facilityId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_residentId_facilityId_fkey" FOREIGN KEY ("residentId", "facilityId") REFERENCES "Resident"("id", "facilityId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Resident" ADD CONSTRAINT "Resident_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES "Facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResidentCare" ADD CONSTRAINT "ResidentCare_residentId_fkey" FOREIGN KEY ("residentId") REFERENCES "Resident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResidentCustody" ADD CONSTRAINT "ResidentCustody_residentId_fkey" FOREIGN KEY ("residentId") REFERENCES "Resident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KitComponent" ADD CONSTRAINT "KitComponent_kitId_fkey" FOREIGN KEY ("kitId") REFERENCES "CaseKit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KitConsumable" ADD CONSTRAINT "KitConsumable_kitId_fkey" FOREIGN KEY ("kitId") REFERENCES "CaseKit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Training" ADD CONSTRAINT "Training_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffMember"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tour" ADD CONSTRAINT "Tour_kitId_fkey" FOREIGN KEY ("kitId") REFERENCES "CaseKit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tour" ADD CONSTRAINT "Tour_vehicleId_fkey" FOREIGN KEY ("vehicleId") REFERENCES "Vehicle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TourMember" ADD CONSTRAINT "TourMember_tourId_fkey" FOREIGN KEY ("tourId") REFERENCES "Tour"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TourMember" ADD CONSTRAINT "TourMember_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffMember"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reservation" ADD CONSTRAINT "Reservation_kitId_fkey" FOREIGN KEY ("kitId") REFERENCES "CaseKit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reservation" ADD CONSTRAINT "Reservation_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffMember"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reservation" ADD CONSTRAINT "Reservation_vehicleId_fkey" FOREIGN KEY ("vehicleId") REFERENCES "Vehicle"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reservation" ADD CONSTRAINT "Reservation_tourId_fkey" FOREIGN KEY ("tourId") REFERENCES "Tour"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES "Facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_tourId_fkey" FOREIGN KEY ("tourId") REFERENCES "Tour"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_visitId_facilityId_fkey" FOREIGN KEY ("visitId", "facilityId") REFERENCES "Visit"("id", "facilityId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_caseId_facilityId_fkey" FOREIGN KEY ("caseId", "facilityId") REFERENCES "Case"("id", "facilityId") ON DELETE RESTRICT ON UPDATE CASCADE;
