import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { checkout } from "./in-node";

type Service = {
  readonly image: string;
  readonly user?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly environment?: Readonly<Record<string, string>>;
  readonly command?: readonly string[];
  readonly ports?: readonly string[];
  readonly profiles?: readonly string[];
  readonly build?: { readonly target: string };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
};

const read = (name: string) => readFileSync(join(checkout, name), "utf8");
const compose = parse(read("docker-compose.yml"), { merge: true }) as { services: Record<string, Service>; volumes: Record<string, unknown> };
const dockerfile = read("Dockerfile").replace(/\\\n/g, " ").split("\n");
const services = Object.entries(compose.services);
const instructions = (name: string) => dockerfile.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1).trim());

/** The lines of one stage of the Dockerfile. */
function stage(name: string): readonly string[] {
  const from = dockerfile.findIndex((line) => line.endsWith(` AS ${name}`));
  const length = dockerfile.slice(from + 1).findIndex((line) => line.startsWith("FROM "));
  return dockerfile.slice(from, length < 0 ? undefined : from + 1 + length);
}

describe("docker-compose.yml", () => {
  it("has the database, its migrations, the application, the worker, and a mail catcher only for trials", () => {
    expect(Object.keys(compose.services).sort()).toEqual(["app", "database", "mailbox", "migrate", "worker"]);
    expect(compose.services.mailbox?.profiles).toEqual(["trial"]);
    expect(compose.services.database?.image).toBe("postgres:18");
  });

  it.each(services)("%s runs as an ordinary user, without rights, on a file system that it cannot write", (_name, service) => {
    expect(service.user).toMatch(/^(1000:1000|postgres)$/);
    expect(service.read_only).toBe(true);
    expect(service.cap_drop).toEqual(["ALL"]);
    expect(service.security_opt).toContain("no-new-privileges:true");
  });

  it.each(services.filter(([name]) => name !== "migrate"))("%s tells whether it is well", (_name, service) => {
    const inImage = service.build && stage(service.build.target).some((line) => line.startsWith("HEALTHCHECK "));
    expect(service.healthcheck?.test !== undefined || inImage).toBe(true);
  });

  it("migrates before anything uses the database, and once", () => {
    expect(compose.services.migrate?.command?.join(" ")).toBe("node scripts/migrate.mjs");
    expect(compose.services.migrate?.depends_on?.database?.condition).toBe("service_healthy");
    for (const name of ["app", "worker"]) {
      expect(compose.services[name]?.depends_on?.migrate?.condition).toBe("service_completed_successfully");
    }
  });

  const settings = services.flatMap(([name, { environment = {} }]) => Object.entries(environment).map(([key, value]) => [name, key, value] as const));

  it.each(settings.filter(([, key]) => /SECRET|_KEYS|PASSWORD|_URL|ORIGIN|MAIL|PHONE/.test(key)))(
    "%s takes %s, a secret or the city's own, from the environment",
    (_name, _key, value) => {
      const own = /\$\{[A-Z_]+:\?[A-Z_]+ fehlt, [^}]+\}/;
      expect(value).toMatch(own);
      expect(value.replace(own, "")).not.toMatch(/:\/\/[^@/]*:[^@$]+@/);
    },
  );

  it("starts the application in production and opens ports to this machine only", () => {
    for (const name of ["app", "worker", "migrate"]) expect(compose.services[name]?.environment?.APP_MODE).toBe("production");
    for (const port of services.flatMap(([, { ports = [] }]) => ports)) expect(port).toMatch(/^127\.0\.0\.1:/);
    expect(compose.services.database?.ports).toBeUndefined();
  });

  it("runs only files that exist", () => {
    const words = services.flatMap(([, service]) => [...(service.command ?? []), ...(service.healthcheck?.test ?? [])]);
    const files = words.filter((word) => /\.(mjs|ts)$/.test(word));
    expect(files.filter((file) => !existsSync(join(checkout, file)))).toEqual([]);
  });
});

describe("Dockerfile", () => {
  it.each(["app", "mailbox"])("the image %s runs as an ordinary user and tells whether it is well", (name) => {
    const lines = stage(name);
    expect(lines).toContain("USER node");
    expect(lines.findIndex((line) => line === "USER node")).toBeLessThan(lines.findIndex((line) => line.startsWith("CMD ")));
    expect(lines.some((line) => line.startsWith("HEALTHCHECK "))).toBe(true);
  });

  it("copies only what exists", () => {
    const sources = instructions("COPY")
      .filter((line) => !line.includes("--from="))
      .flatMap((line) => line.split(/\s+/).filter((word) => !word.startsWith("--")).slice(0, -1));
    expect(sources).toContain("server.ts");
    expect(sources.filter((source) => !existsSync(join(checkout, source)))).toEqual([]);
  });

  it("runs only files that exist", () => {
    const files = dockerfile.flatMap((line) => (/^\s*(HEALTHCHECK|CMD)/.test(line) ? [...line.matchAll(/"([^"]+\.(?:mjs|ts))"/g)].map(([, file]) => file ?? "") : []));
    expect(files.length).toBeGreaterThanOrEqual(4);
    expect(files.filter((file) => !existsSync(join(checkout, file)))).toEqual([]);
  });

  it("builds on a Node that package.json allows", () => {
    expect(instructions("FROM")[0]).toBe("node:22-slim AS base");
  });

  it("keeps secrets and data out of the image", () => {
    expect(read(".dockerignore").split("\n")).toEqual(expect.arrayContaining([".env", ".env.*", ".data*", ".git", "node_modules"]));
  });
});
