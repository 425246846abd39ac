/** An expected end: one German sentence for the person at the keyboard instead of a stack trace. */
export class Refusal extends Error {}

/** Answers the line to print for whatever was thrown; only a fault of ours names itself as one. */
export function sentenceOf(error) {
  if (error instanceof Refusal) return error.message;
  if (error?.code === "EACCES" || error?.code === "EPERM" || error?.code === "EROFS") {
    return `Keine Schreibrechte für ${error.path ?? "den Ordner"}.`;
  }
  if (error?.code === "ENOSPC") return "Der Datenträger ist voll.";
  return `Unerwarteter Fehler: ${error?.message ?? error}`;
}

/** Prints the sentence and sets the exit code, so that pending output still gets out. */
export function endWith(error) {
  console.error(sentenceOf(error));
  if (process.env.DEBUG && error?.stack) console.error(error.stack);
  process.exitCode = 1;
}
