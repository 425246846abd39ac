import { z } from "zod";
import { readSignInSettings, SIGN_IN_VARIABLES, type SignInSettings } from "@/lib/auth/settings";
import { isProtectedWay } from "@/lib/db/address";
import { KEY_BYTES, readKeyRing, type KeyRing, type KeyRingFault } from "@/lib/crypto/keys";

/** The only reader of process.env. A missing or wrong setting is one sentence for the operator, not a stack trace. */
export class ConfigurationError extends Error {}

/** Exit code by which the starter recognises a configuration error (EX_CONFIG of sysexits). */
export const CONFIGURATION_EXIT_CODE = 78;

export type AppMode = "demo" | "production";

export type Env = {
  readonly mode: AppMode;
  /** Scheme, host and port under which people reach the portal; never taken from a request. */
  readonly origin: string;
  /** Origins from which a form is accepted: the own one, in the demo also its loopback twins. */
  readonly acceptedOrigins: readonly string[];
  readonly port: number;
  readonly secret: string;
  /** The keys under which facts about health and custody are sealed in the database; the first seals, all open. */
  readonly dataKeys: KeyRing;
  /** The login of this process; the worker and the seed have only their own, and it is this one then. */
  readonly databaseUrl: string;
  /** The login that may act as the worker; null in the web process. */
  readonly workerDatabaseUrl: string | null;
  /** The owner of the tables, for the seed; null in the running portal. */
  readonly migrationDatabaseUrl: string | null;
  readonly smtpUrl: string;
  readonly mailFrom: string;
  readonly officeEmail: string;
  readonly officePhone: string;
  /** The first administrator of an empty production database, or null. */
  readonly firstAdminEmail: string | null;
  /** How many proxies stand in front and append to X-Forwarded-For; what stands further left was said by the client. */
  readonly proxyHops: number;
  /** Where to report a weakness: a mailto: or https: address (RFC 9116). */
  readonly securityContact: string;
  /** How long sessions last, how often somebody may try, and who else may vouch for people. */
  readonly signIn: SignInSettings;
};

const MINIMUM_SECRET_LENGTH = 32;
const variables = z.object({
  APP_MODE: z.string().optional(),
  APP_ORIGIN: z.string().optional(),
  APP_SECRET: z.string().optional(),
  DATA_KEYS: z.string().optional(),
  PORT: z.string().regex(/^\d{1,5}$/).default("3000"),
  DATABASE_URL: z.string().optional(),
  WORKER_DATABASE_URL: z.string().optional(),
  MIGRATION_DATABASE_URL: z.string().optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().optional(),
  OFFICE_EMAIL: z.string().optional(),
  OFFICE_PHONE: z.string().optional(),
  FIRST_ADMIN_EMAIL: z.string().optional(),
  PROXY_HOPS: z.string().optional(),
  SECURITY_CONTACT: z.string().optional(),
  ...SIGN_IN_VARIABLES,
});

/** Reads the settings; throws ConfigurationError with one German sentence for the operator. Production is never inferred. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const parsed = variables.safeParse(source);
  if (!parsed.success) throw new ConfigurationError("PORT muss eine Zahl zwischen 1 und 65535 sein.");
  const raw = parsed.data;
  if (raw.APP_MODE !== "demo" && raw.APP_MODE !== "production") {
    throw new ConfigurationError("APP_MODE fehlt: Bitte APP_MODE=demo oder APP_MODE=production setzen.");
  }
  const mode = raw.APP_MODE;
  const required = (name: "APP_ORIGIN" | "APP_SECRET" | "DATABASE_URL" | "SMTP_URL", demoValue?: string): string => {
    const value = raw[name] || (mode === "demo" ? demoValue : undefined);
    if (!value) throw new ConfigurationError(`${name} fehlt: Ohne diese Einstellung startet das Portal nicht.`);
    return value;
  };
  const origin = originFrom(required("APP_ORIGIN", `http://localhost:${raw.PORT}`), mode);
  const secret = required("APP_SECRET");
  if (secret.length < MINIMUM_SECRET_LENGTH) {
    throw new ConfigurationError(`APP_SECRET ist zu kurz: Es braucht mindestens ${MINIMUM_SECRET_LENGTH} Zeichen.`);
  }
  const mailOf = (value: string | undefined, demoValue: string, name: string): string => {
    if (value) return value;
    if (mode === "demo") return demoValue;
    throw new ConfigurationError(`${name} fehlt: Ohne diese Einstellung startet das Portal nicht.`);
  };
  for (const name of ["DATABASE_URL", "WORKER_DATABASE_URL", "MIGRATION_DATABASE_URL"] as const) {
    if (mode === "production" && raw[name] && !isProtectedWay(raw[name])) throw new ConfigurationError(`${name} muss zu einer Datenbank auf einem anderen Rechner sslmode=verify-full nennen (oder sslmode=disable in einem eigenen, geschlossenen Netz).`);
  }
  const officeEmail = mailOf(raw.OFFICE_EMAIL, "leitung@demo.example", "OFFICE_EMAIL");
  return {
    mode,
    origin,
    acceptedOrigins: mode === "demo" ? loopbackTwins(origin) : [origin],
    port: Number(raw.PORT),
    secret,
    dataKeys: dataKeysFrom(raw.DATA_KEYS),
    databaseUrl: raw.DATABASE_URL || raw.WORKER_DATABASE_URL || raw.MIGRATION_DATABASE_URL || required("DATABASE_URL"),
    workerDatabaseUrl: raw.WORKER_DATABASE_URL || null,
    migrationDatabaseUrl: raw.MIGRATION_DATABASE_URL || null,
    smtpUrl: required("SMTP_URL", "smtp://127.0.0.1:1081"),
    mailFrom: mailOf(raw.MAIL_FROM, "buergerkoffer@demo.example", "MAIL_FROM"),
    officeEmail,
    officePhone: mailOf(raw.OFFICE_PHONE, "0231 50-00000", "OFFICE_PHONE"),
    firstAdminEmail: raw.FIRST_ADMIN_EMAIL?.trim().toLowerCase() || null,
    proxyHops: hopsFrom(raw.PROXY_HOPS || (mode === "demo" ? "0" : "1")),
    securityContact: contactFrom(raw.SECURITY_CONTACT || `mailto:${officeEmail}`),
    signIn: readSignInSettings(raw, mode, (sentence) => {
      throw new ConfigurationError(sentence);
    }),
  };
}

/** One sentence for each way in which a ring of keys is none; no sentence repeats anything of a key. */
const keyRingSentences: { readonly [C in KeyRingFault["code"]]: (fault: Extract<KeyRingFault, { code: C }>) => string } = {
  missing: () => "DATA_KEYS fehlt: Ohne Datenschlüssel startet das Portal nicht.",
  malformed: () => "DATA_KEYS muss eine Liste wie k2:SCHLÜSSEL,k1:SCHLÜSSEL sein (Name aus Kleinbuchstaben und Ziffern, Schlüssel in Base64).",
  wrongLength: ({ id }) => `DATA_KEYS: Der Schlüssel ${id} muss genau ${KEY_BYTES} Byte lang sein (openssl rand -base64 ${KEY_BYTES}).`,
  duplicateName: ({ id }) => `DATA_KEYS: Der Name ${id} steht zweimal in der Liste.`,
  duplicateKey: ({ id }) => `DATA_KEYS: Der Schlüssel ${id} steht unter einem anderen Namen schon in der Liste.`,
};

/** The ring of data keys; throws ConfigurationError with the sentence of its fault. */
export function dataKeysFrom(value: string | undefined): KeyRing {
  const ring = readKeyRing(value);
  if (!("code" in ring)) return ring;
  throw new ConfigurationError((keyRingSentences[ring.code] as (fault: KeyRingFault) => string)(ring));
}

/** Refuses to go on without a setting that only some processes need. */
export function missingSetting(name: string): never {
  throw new ConfigurationError(`${name} fehlt: Ohne diese Einstellung startet das Portal nicht.`);
}

function originFrom(value: string, mode: AppMode): string {
  let url: URL;
  try {
    url = new URL(value);
  } catch {
    throw new ConfigurationError("APP_ORIGIN muss eine Adresse wie https://buergerkoffer.example sein.");
  }
  const isPlainOrigin = url.pathname === "/" && !url.search && !url.hash && !url.username;
  if (!isPlainOrigin || !["http:", "https:"].includes(url.protocol)) {
    throw new ConfigurationError("APP_ORIGIN muss eine Adresse ohne Pfad sein, zum Beispiel https://buergerkoffer.example.");
  }
  if (mode === "production" && url.protocol !== "https:") {
    throw new ConfigurationError("APP_ORIGIN muss im Betrieb mit https:// beginnen.");
  }
  return url.origin;
}

function hopsFrom(value: string): number {
  if (!/^[0-5]$/.test(value)) throw new ConfigurationError("PROXY_HOPS muss die Zahl der Proxys vor dem Portal sein, von 0 bis 5.");
  return Number(value);
}

function contactFrom(value: string): string {
  if (!/^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/[^\s]+)$/.test(value)) throw new ConfigurationError("SECURITY_CONTACT muss mit mailto: oder https:// beginnen, zum Beispiel mailto:sicherheit@stadt.example.");
  return value;
}

/** In the demo a newcomer may type localhost or 127.0.0.1; both are the same machine. */
function loopbackTwins(origin: string): readonly string[] {
  const url = new URL(origin);
  if (url.hostname !== "localhost" && url.hostname !== "127.0.0.1") return [origin];
  return ["localhost", "127.0.0.1", "[::1]"].map((host) => `${url.protocol}//${host}${url.port ? `:${url.port}` : ""}`);
}

let current: Env | undefined;

/** The settings of this process, read at first use. */
export function env(): Env {
  current ??= readEnv(process.env);
  return current;
}

/** Whether Next runs with its reloading; known without the other settings, because the request policy asks at every request. */
export function isDevelopmentServer(): boolean {
  return process.env.APP_DEV === "1";
}
