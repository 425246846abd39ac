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

/** What is safe to say about an error: its kind, its code and where it happened. Its message may hold values of the database. */
export function faultOf(error: unknown): { readonly fault: string; readonly faultCode: string | null; readonly at: string } {
  if (!(error instanceof Error)) return { fault: typeof error, faultCode: null, at: "" };
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return { fault: error.name, faultCode: typeof code === "string" ? code : null, at: frames.slice(0, FRAMES).map((line) => line.trim()).join(" < ") };
}
