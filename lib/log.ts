import { pino, stdTimeFunctions, type DestinationStream } from "pino";

/** What a log line may carry beside its event: ids, codes, numbers. Never names, addresses or typed text. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

/** One JSON object per line; the event is a word, not a sentence. */
export type Log = {
  readonly info: (event: string, facts?: LogFacts) => void;
  readonly warn: (event: string, facts?: LogFacts) => void;
  readonly error: (event: string, error: unknown, facts?: LogFacts) => void;
};

/** A second line of defence: these names never reach the log, whoever passes them. */
const REDACTED = ["name", "toName", "displayName", "email", "address", "toAddress", "subject", "text", "html", "facts", "password", "secret", "token", "cookie"];

/** The log of one process. */
export function logOf(service: string, destination?: DestinationStream): Log {
  const options = { base: { service }, timestamp: stdTimeFunctions.isoTime, redact: { paths: REDACTED, censor: "[redacted]" } };
  const logger = destination ? pino(options, destination) : pino(options);
  return {
    info: (event, facts = {}) => logger.info({ event, ...facts }),
    warn: (event, facts = {}) => logger.warn({ event, ...facts }),
    error: (event, error, facts = {}) => logger.error({ event, ...facts, ...faultOf(error) }),
  };
}

const FRAMES = 6;
/** The name under which the framework shows an error to the person who met it. */
const DIGEST = /^[\w@-]{1,40}$/;

/** What is safe to say about an error: its kind, its code, where it happened, and its digest where the framework gave it one. Its message may hold values of the database. */
export function faultOf(error: unknown): { readonly fault: string; readonly faultCode: string | null; readonly at: string; readonly digest?: string } {
  if (!(error instanceof Error)) return { fault: typeof error, faultCode: null, at: "" };
  const { code, digest } = error as { code?: unknown; digest?: unknown };
  // The stack begins with the message, whose lines may look like places in the code.
  const { message, stack = "" } = error;
  const places = message !== "" && stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : stack;
  const frames = places.split("\n").filter((line) => /^\s+at /.test(line));
  const at = frames.slice(0, FRAMES).map((line) => line.trim()).join(" < ");
  return { fault: error.name, faultCode: typeof code === "string" ? code : null, at, ...(typeof digest === "string" && DIGEST.test(digest) ? { digest } : {}) };
}

const WAYS = ["debug", "error", "info", "log", "trace", "warn"] as const;

/**
 * From now on what libraries say in this process by themselves becomes lines of the log without their words: the framework prints an error of a page with its
 * message, which may hold what the database said about a row.
 */
export function takeOverConsole(log: Log): void {
  Object.assign(globalThis.console, Object.fromEntries(WAYS.map((way) => [way, (...said: readonly unknown[]) => tellWithoutWords(log, way, said)])));
  process.removeAllListeners("warning");
  process.on("warning", ({ name, ...more }) => log.warn("warned", { kind: name, code: "code" in more && typeof more.code === "string" ? more.code : null }));
}

function tellWithoutWords(log: Log, way: (typeof WAYS)[number], said: readonly unknown[]): void {
  const error = said.find((one) => one instanceof Error);
  if (error) return log.error("failedUnhandled", error);
  // An empty line or a mark before an error says nothing.
  if (said.some((one) => typeof one !== "string" || one.trim().length > 1)) log.warn("libraryTold", { way });
}
