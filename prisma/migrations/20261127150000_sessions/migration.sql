-- What a person reads about the own sessions: how it began, and the kind of browser and device. The browser's own text about itself is not kept.
SET lock_timeout = '5s';

CREATE TYPE "SessionWay" AS ENUM ('CODE', 'DEMO', 'PROVIDER');

ALTER TABLE "Session"
  ADD COLUMN "way" "SessionWay" NOT NULL DEFAULT 'CODE',
  ADD COLUMN "browser" TEXT NOT NULL DEFAULT 'OTHER',
  ADD COLUMN "system" TEXT NOT NULL DEFAULT 'OTHER';

