import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type Server, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import packageJson from "../../package.json";
import { checkout, inNode, runScript } from "./in-node";

const start = (args: readonly string[], env: Record<string, string>) => runScript(["scripts/start.mjs", ...args], env);

describe("npm start says in one sentence why it cannot start", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "buergerkoffer-start-"));
    writeFileSync(join(folder, "file"), "");
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ["a port that is no number", [], { PORT: "abc" }, "PORT muss eine Zahl von 1 bis 65535 sein"],
    ["a port that no machine has", [], { MAILBOX_PORT: "70000" }, "MAILBOX_PORT muss eine Zahl von 1 bis 65535 sein"],
    ["the same port twice", [], { PORT: "1080" }, "müssen verschiedene Ports sein"],
    ["a database without a named mode", [], { DATABASE_URL: "postgresql://db/x" }, "muss auch APP_MODE gesetzt sein"],
    ["a mode that does not exist", [], { APP_MODE: "test" }, "APP_MODE muss demo oder production sein"],
    ["production without a database", [], { APP_MODE: "production" }, "bitte DATABASE_URL setzen"],
    ["production with one login for everything", [], { APP_MODE: "production", DATABASE_URL: "postgresql://db/x" }, "bitte auch WORKER_DATABASE_URL und MIGRATION_DATABASE_URL setzen"],
    ["an owner of the tables without the logins", [], { APP_MODE: "demo", MIGRATION_DATABASE_URL: "postgresql://db/x" }, "müssen auch DATABASE_URL und WORKER_DATABASE_URL gesetzt sein"],
    ["--fresh with somebody else's database", ["--fresh"], { DATABASE_URL: "postgresql://db/x", APP_MODE: "demo" }, "mit DATABASE_URL wird nichts gelöscht"],
    ["an unknown option", ["--frisch"], {}, "Die Angabe „--frisch“ gibt es nicht"],
  ])("%s", (_name, args, env, sentence) => {
    const { code, lines } = start(args, { DATA_DIR: join(folder, "data"), ...env });
    expect(lines).toEqual([expect.stringContaining(sentence)]);
    expect(code).toBe(1);
  });

  it("a data directory that is a file", () => {
    const { code, lines } = start([], { DATA_DIR: join(folder, "file") });
    expect(lines).toEqual([expect.stringContaining("DATA_DIR ist kein Ordner")]);
    expect(code).toBe(1);
  });

  it("a port that is taken", async () => {
    const taken: Server = createServer();
    const port = await new Promise<number>((done) => taken.listen(0, "127.0.0.1", () => done((taken.address() as { port: number }).port)));
    const { code, lines } = start([], { DATA_DIR: join(folder, "data"), PORT: String(port) });
    taken.close();
    expect(lines).toEqual([expect.stringContaining(`Port ${port} ist schon belegt`)]);
    expect(code).toBe(1);
  });

  it("a second start on the same data", () => {
    const data = join(folder, "shared");
    const question = `async (it) => { it.lockFolder(${JSON.stringify(data)}); const { spawnSync } = await import("node:child_process");
      return spawnSync(process.execPath, ["scripts/start.mjs"], { encoding: "utf8", env: { ...process.env, DATA_DIR: ${JSON.stringify(data)} } }).stderr; }`;
    expect(inNode<string>("setup/lock.mjs", question)).toContain("läuft schon mit dem Ordner");
  });
});

describe("the check of Node's version", () => {
  it.each([
    ["20.19.0", true],
    ["20.20.2", true],
    ["22.12.0", true],
    ["24.0.0", true],
    ["26.1.0", true],
    ["20.18.3", false],
    ["22.11.0", false],
    ["23.5.0", false],
    ["18.20.8", false],
    ["14.21.3", false],
  ])("Node %s: %s", (version, isEnough) => {
    const sentence = inNode<string | null>("setup/node-version.mjs", `(it) => it.nodeSentence("${version}")`);
    expect(sentence === null).toBe(isEnough);
    if (sentence) expect(sentence).toContain(version);
  });

  it("asks for what package.json names", () => {
    expect(inNode("setup/node-version.mjs", "(it) => it.supported")).toBe(packageJson.engines.node);
  });
});

describe("what a second start may skip", () => {
  it("the installation, where node_modules is what the lock file names", () => {
    expect(inNode("setup/install.mjs", `(it) => it.isInstalled(${JSON.stringify(checkout)})`)).toBe(true);
  });

  it("not the installation, where nothing is installed", () => {
    const empty = mkdtempSync(join(tmpdir(), "buergerkoffer-empty-"));
    writeFileSync(join(empty, "package-lock.json"), JSON.stringify({ packages: { "": {}, "node_modules/next": { version: "1.0.0" } } }));
    expect(inNode("setup/install.mjs", `(it) => it.isInstalled(${JSON.stringify(empty)})`)).toBe(false);
    rmSync(empty, { recursive: true });
  });
});

it("the lock file names the packages of every system, so that `npm ci` takes it on every machine", () => {
  const question = `async (it) => { const { readFileSync } = await import("node:fs"); return it.missingFromLock(JSON.parse(readFileSync("package-lock.json", "utf8"))).map(([path]) => path); }`;
  expect(inNode("complete-lock.mjs", question)).toEqual([]);
});

it("times are read as people write them", () => {
  expect(inNode("setup/progress.mjs", "(it) => [40, 1234, 59_940, 125_000].map(it.duration)")).toEqual(["0,0 s", "1,2 s", "59,9 s", "2 min 05 s"]);
});
