import { readFileSync, renameSync, writeFileSync } from "node:fs";
import type { MailMessage } from "./types";

const keptMessages = 500;

export type MailStore = {
  readonly all: () => readonly MailMessage[];
  readonly find: (id: string) => MailMessage | undefined;
  readonly add: (message: MailMessage) => void;
  readonly clear: () => void;
};

/** A file that cannot be read is an empty mailbox: a demo must not fail over old mails. */
function readMessages(file: string): MailMessage[] {
  try {
    const content: unknown = JSON.parse(readFileSync(file, "utf8"));
    return Array.isArray(content) ? (content as MailMessage[]) : [];
  } catch {
    return [];
  }
}

/** The mails, newest first, kept in one file so that the next start still shows them. */
export function openStore(file: string): MailStore {
  let messages = readMessages(file);
  const change = (next: MailMessage[]) => {
    messages = next;
    // Written aside and then renamed: whoever kills us in between leaves a whole file behind.
    writeFileSync(`${file}.part`, JSON.stringify(messages), { mode: 0o600 });
    renameSync(`${file}.part`, file);
  };
  return {
    all: () => messages,
    find: (id) => messages.find((message) => message.id === id),
    add: (message) => change([message, ...messages].slice(0, keptMessages)),
    clear: () => change([]),
  };
}
