import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { startMailbox } from "./mailbox/server";

/** The demo's mail server: takes every mail by SMTP and shows it on a page; nothing leaves the machine. */
async function main(): Promise<void> {
  const port = Number(process.env.MAILBOX_PORT || 1080);
  const smtpPort = Number(process.env.MAILBOX_SMTP_PORT || port + 1);
  const folder = process.env.DATA_DIR || ".data";
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  // A container's loopback is nobody's: there the address is set, and the page still answers only to its own name.
  const mailbox = await startMailbox({ port, smtpPort, file: join(folder, "mailbox.json"), host: process.env.MAILBOX_HOST || "127.0.0.1" });
  console.log(`Postfach: http://localhost:${port}, SMTP auf Port ${smtpPort}`);
  const stop = () => void mailbox.close().then(() => process.exit(0));
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

main().catch((error: NodeJS.ErrnoException) => {
  console.error(`Das Postfach lässt sich nicht öffnen: ${error.code === "EADDRINUSE" ? "Ein Port ist schon belegt." : error.message}`);
  process.exitCode = 78;
});
