import { CONFIGURATION_EXIT_CODE, ConfigurationError, readEnv } from "../../lib/env";

// Asked before anything is migrated or built, so that a missing setting is said at once.
try {
  readEnv(process.env);
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  console.error(error.message);
  process.exitCode = CONFIGURATION_EXIT_CODE;
}
