import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { CONFIGURATION_EXIT_CODE, readEnv } from "@/lib/env";
import { ROOT } from "./packages";

const COMPLETE = {
  APP_MODE: "production", APP_ORIGIN: "https://koffer.example", APP_SECRET: "s".repeat(40), DATA_KEYS: `k1:${randomBytes(32).toString("base64")}`, DATABASE_URL: "postgresql://portal@127.0.0.1:1/x", SMTP_URL: "smtps://mail.example", MAIL_FROM: "koffer@stadt.example", OFFICE_EMAIL: "amt@stadt.example", OFFICE_PHONE: "0231 1",
} as const;

/** How a production process ends that is started with these settings, and what it says. */
function started(settings: Readonly<Record<string, string | undefined>>): { readonly code: number | null; readonly said: string } {
  const { status, stderr, stdout } = spawnSync(process.execPath, [join(ROOT, "node_modules/tsx/dist/cli.mjs"), "server.ts"], { cwd: ROOT, encoding: "utf8", timeout: 60_000, env: { PATH: process.env.PATH, NODE_ENV: "production", ...settings } as NodeJS.ProcessEnv });
  return { code: status, said: `${stdout}${stderr}` };
}

describe("a production process", () => {
  test("starts only with an address of its own that nobody else can name", () => {
    expect(readEnv(COMPLETE)).toMatchObject({ origin: "https://koffer.example", acceptedOrigins: ["https://koffer.example"] });
    for (const APP_ORIGIN of [undefined, "", "koffer.example", "http://koffer.example", "https://koffer.example/portal", "https://koffer.example?x=1", "https://user@koffer.example", "javascript:alert(1)", "ftp://koffer.example"]) {
      expect(() => readEnv({ ...COMPLETE, APP_ORIGIN })).toThrow(/APP_ORIGIN/);
    }
  });

  test("without that address ends with one sentence and the exit code for a wrong setting, before it opens a port", () => {
    const { code, said } = started({ ...COMPLETE, APP_ORIGIN: undefined });
    expect(code).toBe(CONFIGURATION_EXIT_CODE);
    expect(said).toContain("APP_ORIGIN fehlt");
    expect(said).not.toMatch(/webListens|at async|node_modules/);
  });

  test("does not start with a short secret, with a mode that is not named or without where to send mails from", () => {
    expect(() => readEnv({ ...COMPLETE, APP_SECRET: "short" })).toThrow(/APP_SECRET/);
    expect(() => readEnv({ ...COMPLETE, APP_MODE: undefined })).toThrow(/APP_MODE/);
    for (const name of ["APP_SECRET", "DATABASE_URL", "SMTP_URL", "MAIL_FROM", "OFFICE_EMAIL", "OFFICE_PHONE"] as const) expect(() => readEnv({ ...COMPLETE, [name]: undefined })).toThrow(name);
  });

  test("takes no way to a database on another machine but an encrypted one whose certificate is checked, unless the address itself waives that (12.3.1)", () => {
    const way = (rest: string): string => `postgresql://portal:x@${rest}`;
    for (const DATABASE_URL of ["127.0.0.1:5432/x", "localhost/x", "[::1]:5432/x", "db.example/x?sslmode=verify-full", "db.example:5432/x?sslmode=verify-full&sslrootcert=/etc/ca.pem", "database:5432/x?sslmode=disable"].map(way)) expect(readEnv({ ...COMPLETE, DATABASE_URL })).toMatchObject({ databaseUrl: DATABASE_URL });
    for (const rest of ["db.example/x", "db.example/x?sslmode=prefer", "db.example/x?sslmode=require", "db.example/x?sslmode=no-verify", "db.example/x?ssl=true", "db.example/x?sslmode=verify-full&sslmode=prefer", "db.example/x?sslmode=require&uselibpqcompat=true", "localhost/x?host=db.example"]) {
      for (const name of ["DATABASE_URL", "WORKER_DATABASE_URL", "MIGRATION_DATABASE_URL"] as const) expect(() => readEnv({ ...COMPLETE, [name]: way(rest) })).toThrow(name);
    }
    expect(readEnv({ ...COMPLETE, APP_MODE: "demo", DATABASE_URL: way("db.example/x") }).databaseUrl).toContain("db.example");
  });

  test("says where to report a weakness, and counts its proxies", () => {
    expect(readEnv(COMPLETE)).toMatchObject({ securityContact: "mailto:amt@stadt.example", proxyHops: 1 });
    expect(readEnv({ ...COMPLETE, SECURITY_CONTACT: "https://stadt.example/sicherheit", PROXY_HOPS: "2" })).toMatchObject({ securityContact: "https://stadt.example/sicherheit", proxyHops: 2 });
    for (const SECURITY_CONTACT of ["sicherheit@stadt.example", "http://stadt.example", "mailto:a b@c.example", "https://a.example\nContact: mailto:evil@evil.example"]) expect(() => readEnv({ ...COMPLETE, SECURITY_CONTACT })).toThrow(/SECURITY_CONTACT/);
    for (const PROXY_HOPS of ["-1", "6", "viele"]) expect(() => readEnv({ ...COMPLETE, PROXY_HOPS })).toThrow(/PROXY_HOPS/);
  });
});
