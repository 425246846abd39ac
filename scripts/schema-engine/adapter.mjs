import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { parse } from "pg-connection-string";

// Numbers of PostgreSQL's types "char" and text, and the engine's number for a column of characters.
const charType = 18;
const textType = 25;
const characterColumn = 6;
const charPositions = Symbol("positions of the \"char\" columns");

/** PostgreSQL's catalogue has columns of type "char", which the adapter does not know: read as text, named a character. */
function readingChar(connection) {
  const performIO = connection.performIO.bind(connection);
  const queryRaw = connection.queryRaw.bind(connection);
  connection.performIO = async (query) => {
    const answer = await performIO(query);
    const fields = answer.fields ?? [];
    const positions = fields.flatMap((field, position) => (field.dataTypeID === charType ? [position] : []));
    for (const position of positions) fields[position].dataTypeID = textType;
    if (answer.rows) answer.rows[charPositions] = positions;
    return answer;
  };
  connection.queryRaw = async (query) => {
    const answer = await queryRaw(query);
    for (const position of answer.rows[charPositions] ?? []) answer.columnTypes[position] = characterColumn;
    return answer;
  };
  const startTransaction = connection.startTransaction?.bind(connection);
  if (startTransaction) connection.startTransaction = async (...options) => readingChar(await startTransaction(...options));
  return connection;
}

/** The adapter cuts a script at every semicolon, also inside of a function's body. The server takes a script whole, and then all of it or nothing. */
function takingScriptsWhole(connection) {
  connection.executeScript = async (script) => {
    await connection.client.query(script).catch((error) => connection.onError(error));
  };
  return connection;
}

/**
 * The adapter through which the engine reaches PostgreSQL, and what drops its shadow databases. The adapter's own
 * shadow ignores the database's name beside an address and drops it while still connected, so ours replaces it.
 */
export function adapterFor(url) {
  const adapter = new PrismaPg(parse(url ?? ""));
  const connect = adapter.connect.bind(adapter);
  const shadows = new Set();

  adapter.connect = async () => takingScriptsWhole(readingChar(await connect()));
  adapter.connectToShadowDb = async () => {
    const database = `prisma_migrate_shadow_db_${randomUUID()}`;
    const owner = await connect();
    await owner.executeScript(`CREATE DATABASE "${database}"`);
    const shadow = await new PrismaPg({ ...parse(url), database }).connect();
    const disconnect = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      if (!shadows.delete(shadow)) return;
      await disconnect();
      await owner.executeScript(`DROP DATABASE "${database}" WITH (FORCE)`);
      await owner.dispose();
    };
    shadows.add(shadow);
    return takingScriptsWhole(readingChar(shadow));
  };

  const dropShadows = () => Promise.all([...shadows].map((shadow) => shadow.dispose()));
  return { adapter, dropShadows };
}
