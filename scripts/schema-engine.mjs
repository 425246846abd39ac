#!/usr/bin/env node
// Prisma's schema engine as the CLI expects it of a native binary, but from npm: the CLI would otherwise download one
// from a host that closed networks do not reach. The CLI starts this file (PRISMA_SCHEMA_ENGINE_BINARY) and speaks
// JSON-RPC with it, one message a line. The versions of all @prisma packages must match exactly; see package.json.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { parse } from "pg-connection-string";
import { adapterFor } from "./schema-engine/adapter.mjs";

const args = process.argv.slice(2);
const argumentsOf = (name) => args.filter((_, position) => args[position - 1] === name);
const { url } = JSON.parse(argumentsOf("--datasource")[0] ?? "{}");

/** The two commands that the CLI runs once instead of a conversation. */
async function answerOnce(command) {
  const target = parse(url);
  const isCreating = command === "create-database";
  const client = new pg.Client(isCreating ? { ...target, database: "postgres" } : target);
  try {
    await client.connect();
    if (isCreating) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(target.database)}`);
    await client.end();
    return 0;
  } catch (error) {
    const fields = { error_code: error.code === "3D000" ? "P1003" : "P1001", message: error.message };
    process.stderr.write(`\n${JSON.stringify({ level: "ERROR", target: "schema_engine::logger", fields })}\n`);
    return 1;
  }
}

/** Node cannot import WebAssembly by itself, so the module is put together by hand. */
async function loadEngine() {
  const script = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const { instance } = await WebAssembly.instantiate(readFileSync(script.replace(/\.js$/, ".wasm")), { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message(message) { this.message = message; } };
}

async function call(engine, method, params) {
  try {
    return { result: (await engine[method === "getDatabaseVersion" ? "version" : method](params)) ?? {} };
  } catch (error) {
    const data = { is_panic: false, message: error?.message ?? String(error), error_code: error?.code, meta: error?.meta };
    return { error: { code: 4466, message: "The schema engine refused.", data } };
  }
}

async function converse() {
  await loadEngine();
  const files = argumentsOf("--datamodels").map((file) => [file, readFileSync(file, "utf8")]);
  const { adapter, dropShadows } = adapterFor(url);
  const options = { datamodels: files.length > 0 ? files : undefined };
  const engine = await bindings.SchemaEngine.new(options, () => {}, bindMigrationAwareSqlAdapterFactory(adapter));
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, method, params } = JSON.parse(line);
    process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", id, ...(await call(engine, method, params)) })}\n`);
  }
  await dropShadows();
  return 0;
}

process.exit(args.includes("cli") ? await answerOnce(args.at(-1)) : await converse());
