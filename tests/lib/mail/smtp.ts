import { once } from "node:events";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** What a real SMTP server on loopback took: envelope and content. */
export type Taken = { readonly from: string; readonly to: readonly string[]; readonly raw: string; readonly mail: Email };

/** How the server answers the next mails, in order; then it takes every mail. */
export type Answer = "take" | { readonly reply: number; readonly at: "mail" | "rcpt" | "data" } | "takeAndHangUp";

export type Sink = {
  readonly url: string;
  readonly port: number;
  readonly taken: Taken[];
  readonly answers: Answer[];
  /** Every address that a client named as recipient, taken or not. */
  readonly named: string[];
  readonly close: () => Promise<void>;
};

function reply(code: number): Error {
  return Object.assign(new Error("no"), { responseCode: code });
}

/** Starts a mail server on a free port of the loopback. */
export async function startSink(more: SMTPServerOptions = {}, port = 0): Promise<Sink> {
  const taken: Taken[] = [];
  const answers: Answer[] = [];
  const named: string[] = [];
  const answerAt = (at: "mail" | "rcpt"): Error | null => {
    const next = answers[0];
    if (typeof next !== "object" || next.at !== at) return null;
    answers.shift();
    return reply(next.reply);
  };
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    onMailFrom: (_address, _session, done) => done(answerAt("mail")),
    onRcptTo: (address, _session, done) => {
      named.push(address.address);
      done(answerAt("rcpt"));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        const next = answers.shift() ?? "take";
        if (typeof next === "object") return done(reply(next.reply));
        const raw = Buffer.concat(chunks).toString("utf8");
        const { mailFrom, rcptTo } = session.envelope;
        taken.push({ from: mailFrom ? mailFrom.address : "", to: rcptTo.map(({ address }) => address), raw, mail: await PostalMime.parse(raw) });
        if (next === "takeAndHangUp") for (const socket of sockets) socket.destroy();
        else done();
      });
    },
    ...more,
  });
  server.on("error", () => undefined);
  server.server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  server.listen(port, "127.0.0.1");
  await once(server.server, "listening");
  const chosen = (server.server.address() as AddressInfo).port;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url: `smtp://127.0.0.1:${chosen}`, port: chosen, taken, answers, named, close };
}

/** A server that takes connections and then does what `onConnection` says: nothing, or hang up. */
export async function startSilent(onConnection: (socket: Socket) => void): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    onConnection(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

/** An address of the loopback at which nothing listens. */
export async function closedPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}
