import { defineConfig } from "prisma/config";

// Generating the client and validating need no database; the address then only has to be an address.
const url = process.env.MIGRATION_DATABASE_URL || process.env.DATABASE_URL || "postgresql://127.0.0.1:5432/buergerkoffer";

export default defineConfig({
  schema: "schema",
  migrations: { path: "migrations" },
  datasource: { url },
});
