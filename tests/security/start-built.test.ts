import { spawn, type ChildProcess } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { CONFIGURATION_EXIT_CODE } from "@/lib/env";
import { aUser } from "../builders/accounts";
import { TEST_DATA_KEYS } from "../builders/keys";
import { store } from "../builders/store";
import { useDatabase } from "../database/database";
import { ROOT } from "./packages";

const database = useDatabase();
const ORIGIN = "https://koffer.example";
const LIMIT_MS = 90_000;

type Ended = { readonly code: number | null; readonly said: readonly string[] };
type Started = { readonly child: ChildProcess; readonly said: () => string; readonly ended: Promise<Ended> };

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts the built application as a city would, with some of its settings changed; undefined is a setting that is not there. */
function start(port: number, changed: Readonly<Record<string, string | undefined>> = {}): Started {
  const settings = {
    APP_MODE: "production", APP_ORIGIN: ORIGIN, APP_SECRET: "s".repeat(40), DATA_KEYS: TEST_DATA_KEYS, DATABASE_URL: database.webUrl(), SMTP_URL: "smtps://mail.example", MAIL_FROM: "koffer@stadt.example", OFFICE_EMAIL: "amt@stadt.example", OFFICE_PHONE: "0231 1", PORT: String(port),
  };
  const env = { PATH: process.env.PATH, NODE_ENV: "production", TZ: "UTC", ...settings, ...changed };
  const child = spawn(process.execPath, [join(ROOT, "node_modules/tsx/dist/cli.mjs"), "server.ts"], { cwd: ROOT, env: env as NodeJS.ProcessEnv, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")));
  const ended = new Promise<Ended>((resolve) => child.once("close", (code) => resolve({ code, said: said.split("\n").filter((line) => line !== "") })));
  return { child, said: () => said, ended };
}

describe("the built application in production", () => {
  test.each([
    ["without its address", { APP_ORIGIN: undefined }, "APP_ORIGIN fehlt"],
    ["with an address that is not encrypted", { APP_ORIGIN: "http://koffer.example" }, "APP_ORIGIN"],
    ["without a secret", { APP_SECRET: undefined }, "APP_SECRET fehlt"],
    ["with a secret that could be guessed", { APP_SECRET: "short" }, "APP_SECRET"],
    ["without the keys of the sealed facts", { DATA_KEYS: undefined }, "DATA_KEYS"],
    ["without a database", { DATABASE_URL: undefined }, "DATABASE_URL"],
    ["without a mode", { APP_MODE: undefined }, "APP_MODE"],
  ])("%s does not start and says so in one sentence", async (_name, changed, named) => {
    const { code, said } = await start(await freePort(), changed).ended;
    expect({ code, said }).toEqual({ code: CONFIGURATION_EXIT_CODE, said: [expect.stringContaining(named)] });
  });

  test("starts with all of them, answers under its own name alone, and does not know the demo's way in", async () => {
    const port = await freePort();
    const { child, said, ended } = start(port);
    const ask = async (path: string, host: string, more: RequestInit = {}): Promise<Response> => {
      // fetch sets the host itself; the health check has none to compare with.
      const { request } = await import("node:http");
      return new Promise((resolve, reject) => {
        const outgoing = request({ host: "127.0.0.1", port, path, method: more.method ?? "GET", headers: { ...(more.headers as Record<string, string>), Host: host } }, (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
          incoming.on("end", () => resolve(new Response(incoming.statusCode === 204 ? null : Buffer.concat(chunks), { status: incoming.statusCode ?? 500, headers: Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as [string, string]) })));
        });
        outgoing.on("error", reject);
        outgoing.end(typeof more.body === "string" ? more.body : undefined);
      });
    };
    const until = performance.now() + LIMIT_MS;
    while (!said().includes("webListens") && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 200));
    const login = await ask("/login", "koffer.example");
    const page = await login.text();
    const foreign = await ask("/login", "evil.example");
    const demo = await ask("/do/login.demo", "koffer.example", { method: "POST", headers: { Origin: ORIGIN, "Content-Type": "application/x-www-form-urlencoded" }, body: "email=admin%40demo.example&next=" });
    child.kill("SIGTERM");
    await ended;
    expect({ login: login.status, foreign: foreign.status, offersDemo: page.includes("login.demo") }).toEqual({ login: 200, foreign: 400, offersDemo: false });
    expect(demo.headers.get("location")).toMatch(/echo/);
    expect(demo.headers.get("set-cookie")).not.toMatch(/portal-session/);
    expect(await database.prisma().session.count()).toBe(0);
  });

  test("does not start on a database that holds the demo's accounts", async () => {
    await store(database.prisma(), { user: [aUser({ email: "admin@demo.example" })] });
    const { code, said } = await start(await freePort()).ended;
    expect({ code, said }).toEqual({ code: CONFIGURATION_EXIT_CODE, said: [expect.stringMatching(/Konten der Demo/)] });
  });
});
