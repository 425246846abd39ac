import { spawn, type ChildProcess } from "node:child_process";
import { createSign, generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import { join } from "node:path";

/** Whom the city's sign-in has before it. */
export type Present = { readonly sub: string; readonly amr: readonly string[]; readonly acr?: string; readonly claims: Readonly<Record<string, unknown>> };
export type CityProvider = { readonly issuer: string; readonly present: (person: Present) => Promise<void>; readonly stop: () => Promise<void> };

/** Starts the certified provider for a portal. */
export async function startProvider(port: number, portal: string): Promise<CityProvider> {
  const issuer = `http://localhost:${port}`;
  const child: ChildProcess = spawn(process.execPath, [join(__dirname, "city-provider-process.mjs")], { env: { NODE_ENV: "test", PATH: process.env.PATH, PROVIDER_PORT: String(port), PORTAL_ORIGIN: portal }, stdio: "ignore" });
  await until(async () => (await fetch(`${issuer}/.well-known/openid-configuration`)).ok);
  return {
    issuer,
    present: async (person) => {
      await fetch(`${issuer}/control`, { method: "PUT", body: JSON.stringify(person) });
    },
    stop: () =>
      new Promise((resolve) => {
        child.once("exit", () => resolve());
        child.kill("SIGKILL");
      }),
  };
}

async function until(isReady: () => Promise<boolean>): Promise<void> {
  for (let time = 0; time < 150; time += 1) {
    if (await isReady().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("the provider did not start");
}

/** What a false provider puts into its token. */
export type Lie = { readonly claims?: Readonly<Record<string, unknown>>; readonly isUnsigned?: boolean; readonly hasForeignKey?: boolean };
export type FalseProvider = { readonly tell: (lie: Lie) => void; readonly stop: () => Promise<void>; readonly asked: () => number };

/** A provider that answers at the right address and issues whatever token it is told: for tokens that the certified one would never issue. */
export async function startFalseProvider(port: number): Promise<FalseProvider> {
  const issuer = `http://localhost:${port}`;
  const [own, foreign] = [0, 1].map(() => generateKeyPairSync("rsa", { modulusLength: 2048 }));
  let [lie, count]: [Lie, number] = [{}, 0];
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const token = (): string => {
    const now = Math.floor(performance.timeOrigin / 1000 + performance.now() / 1000);
    const payload = part({ iss: issuer, aud: "portal", sub: "mallory", iat: now, exp: now + 300, email: "mallory@city.example", email_verified: true, roles: ["bk-admin"], amr: ["pwd", "otp"], ...lie.claims });
    if (lie.isUnsigned) return `${part({ alg: "none" })}.${payload}.`;
    const head = `${part({ alg: "RS256", kid: "k" })}.${payload}`;
    return `${head}.${createSign("RSA-SHA256").update(head).sign((lie.hasForeignKey ? foreign : own)!.privateKey).toString("base64url")}`;
  };
  const answers: Readonly<Record<string, () => unknown>> = {
    "/.well-known/openid-configuration": () => ({
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["RS256"],
    }),
    "/jwks": () => ({ keys: [{ ...own!.publicKey.export({ format: "jwk" }), kid: "k", use: "sig", alg: "RS256" }] }),
    "/token": () => {
      count += 1;
      return { access_token: "a", token_type: "Bearer", id_token: token() };
    },
  };
  const server = createServer((request, response) => {
    const answer = answers[request.url!.split("?")[0]!];
    response.writeHead(answer ? 200 : 404, { "Content-Type": "application/json" }).end(JSON.stringify(answer?.() ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(port, "localhost", resolve));
  return {
    tell: (next) => void (lie = next),
    asked: () => count,
    stop: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };
}
