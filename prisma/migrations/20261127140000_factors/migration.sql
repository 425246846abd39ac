-- The second factor: what a person has besides the mailbox, and what a session has proved of it.
SET lock_timeout = '10s';

CREATE TYPE "FactorKind" AS ENUM ('TOTP', 'PASSKEY');
CREATE TYPE "FactorWay" AS ENUM ('TOTP', 'PASSKEY', 'RECOVERY_CODE', 'DEMO', 'PROVIDER');
CREATE TYPE "ChallengePurpose" AS ENUM ('REGISTER', 'PROVE');

ALTER TABLE "Session" ADD COLUMN "factorAt" TIMESTAMPTZ(3), ADD COLUMN "factorWay" "FactorWay";
ALTER TABLE "Session" ADD CONSTRAINT session_factor_dated CHECK (("factorAt" IS NULL) = ("factorWay" IS NULL));

CREATE TABLE "Factor" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "kind" "FactorKind" NOT NULL,
    "name" TEXT NOT NULL,
    "sealedSecret" TEXT,
    "lastStep" INTEGER,
    "credentialId" TEXT,
    "publicKey" TEXT,
    "signCount" BIGINT,
    "transports" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmedAt" TIMESTAMPTZ(3),
    "lastUsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Factor_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "RecoveryCode" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "salt" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "FactorChallenge" (
    "sessionId" UUID NOT NULL,
    "purpose" "ChallengePurpose" NOT NULL,
    "challenge" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "factor_challenge_once" PRIMARY KEY ("sessionId","purpose")
);

CREATE TABLE "FactorThrottle" (
    "userId" UUID NOT NULL,
    "failures" INTEGER NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,
    "waitUntil" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FactorThrottle_pkey" PRIMARY KEY ("userId")
);

CREATE TABLE "FactorReset" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "askedById" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "isConfirmed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "FactorReset_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "factor_credential_unique" ON "Factor"("credentialId");
CREATE INDEX "Factor_userId_idx" ON "Factor"("userId");
CREATE UNIQUE INDEX "recovery_code_once" ON "RecoveryCode"("userId", "codeHash");
CREATE INDEX "FactorChallenge_expiresAt_idx" ON "FactorChallenge"("expiresAt");
CREATE INDEX "FactorReset_userId_idx" ON "FactorReset"("userId");

ALTER TABLE "Factor" ADD CONSTRAINT "Factor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "FactorChallenge" ADD CONSTRAINT "FactorChallenge_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "FactorThrottle" ADD CONSTRAINT "FactorThrottle_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "FactorReset" ADD CONSTRAINT "FactorReset_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A factor is whole: an app has its sealed secret, a passkey its key and counter, and neither has the other's.
ALTER TABLE "Factor" ADD CONSTRAINT factor_whole CHECK (
  CASE "kind"
    WHEN 'TOTP' THEN "sealedSecret" IS NOT NULL AND num_nonnulls("credentialId", "publicKey", "signCount") = 0
    ELSE num_nonnulls("credentialId", "publicKey", "signCount", "confirmedAt") = 4 AND num_nonnulls("sealedSecret", "lastStep") = 0
  END
);

-- A throttle counts from one.
ALTER TABLE "FactorThrottle" ADD CONSTRAINT factor_throttle_counts CHECK ("failures" >= 1);

-- Nobody resets the own factors, and nobody confirms what he or she asked for.
ALTER TABLE "FactorReset"
  ADD CONSTRAINT factor_reset_two_people CHECK ("askedById" <> "userId" AND (NOT "isConfirmed" OR ("decidedById" <> "askedById" AND "decidedById" <> "userId"))),
  ADD CONSTRAINT factor_reset_decided CHECK (("decidedAt" IS NULL) = ("decidedById" IS NULL) AND (NOT "isConfirmed" OR "decidedAt" IS NOT NULL)),
  ADD CONSTRAINT factor_reset_open_once EXCLUDE USING btree ("userId" WITH =) WHERE ("decidedAt" IS NULL);

-- Who sees whose second factor. A person has the own ones and nobody else's, whatever the role; the gate, which signs people in, has all of them; the worker
-- clears away what is over. Challenges and throttles are the gate's alone. A reset is seen by the house of its person, by the office and by the oversight.

GRANT SELECT, INSERT, UPDATE, DELETE ON "Factor", "RecoveryCode" TO portal_facility, portal_office, portal_crew, portal_oversight, portal_gate;
GRANT SELECT, DELETE ON "Factor", "RecoveryCode", "FactorChallenge", "FactorThrottle", "FactorReset" TO portal_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON "FactorChallenge", "FactorThrottle" TO portal_gate;
GRANT SELECT, DELETE ON "FactorReset" TO portal_gate;
GRANT SELECT, INSERT ON "FactorReset" TO portal_facility;
GRANT SELECT, INSERT, UPDATE ON "FactorReset" TO portal_office, portal_oversight;

ALTER TABLE "Factor" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Factor" FORCE ROW LEVEL SECURITY;
ALTER TABLE "RecoveryCode" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "RecoveryCode" FORCE ROW LEVEL SECURITY;
ALTER TABLE "FactorChallenge" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "FactorChallenge" FORCE ROW LEVEL SECURITY;
ALTER TABLE "FactorThrottle" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "FactorThrottle" FORCE ROW LEVEL SECURITY;
ALTER TABLE "FactorReset" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "FactorReset" FORCE ROW LEVEL SECURITY;

CREATE POLICY factor_own ON "Factor" TO portal_facility, portal_office, portal_crew, portal_oversight
  USING ("userId" = NULLIF(current_setting('app.user', true), '')::uuid)
  WITH CHECK ("userId" = NULLIF(current_setting('app.user', true), '')::uuid);
CREATE POLICY factor_gate ON "Factor" TO portal_gate USING (true) WITH CHECK (true);
CREATE POLICY factor_worker ON "Factor" TO portal_worker USING (true);

CREATE POLICY recovery_code_own ON "RecoveryCode" TO portal_facility, portal_office, portal_crew, portal_oversight
  USING ("userId" = NULLIF(current_setting('app.user', true), '')::uuid)
  WITH CHECK ("userId" = NULLIF(current_setting('app.user', true), '')::uuid);
CREATE POLICY recovery_code_gate ON "RecoveryCode" TO portal_gate USING (true) WITH CHECK (true);
CREATE POLICY recovery_code_worker ON "RecoveryCode" TO portal_worker USING (true);

CREATE POLICY factor_challenge_gate ON "FactorChallenge" TO portal_gate USING (true) WITH CHECK (true);
CREATE POLICY factor_challenge_worker ON "FactorChallenge" TO portal_worker USING (true);
CREATE POLICY factor_throttle_gate ON "FactorThrottle" TO portal_gate USING (true) WITH CHECK (true);
CREATE POLICY factor_throttle_worker ON "FactorThrottle" TO portal_worker USING (true);

CREATE POLICY factor_reset_facility ON "FactorReset" TO portal_facility
  USING (EXISTS (
    SELECT FROM "Membership" WHERE "Membership"."userId" = "FactorReset"."userId" AND "Membership"."endedAt" IS NULL
      AND "Membership"."facilityId" = NULLIF(current_setting('app.facility', true), '')::uuid
  ))
  WITH CHECK ("askedById" = NULLIF(current_setting('app.user', true), '')::uuid AND "decidedAt" IS NULL AND EXISTS (
    SELECT FROM "Membership" WHERE "Membership"."userId" = "FactorReset"."userId" AND "Membership"."endedAt" IS NULL
      AND "Membership"."facilityId" = NULLIF(current_setting('app.facility', true), '')::uuid
  ));
CREATE POLICY factor_reset_city ON "FactorReset" TO portal_office, portal_oversight USING (true) WITH CHECK (true);
CREATE POLICY factor_reset_gate ON "FactorReset" TO portal_gate USING (true);
CREATE POLICY factor_reset_worker ON "FactorReset" TO portal_worker USING (true);
