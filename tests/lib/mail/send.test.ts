import { mailSender, type OutgoingMail } from "@/lib/mail/send";
import { closedPort, startSilent, startSink, type Sink } from "./smtp";

const settings = { mode: "demo", mailFrom: "buergerkoffer@demo.example", officeEmail: "leitung@demo.example" } as const;
const senderTo = (smtpUrl: string, stepLimitMs = 2_000) => mailSender({ ...settings, smtpUrl }, stepLimitMs);

const outgoing = (changes: Partial<OutgoingMail> = {}): OutgoingMail => ({
  to: { address: "haus@demo.example", name: "Frau Weber" },
  messageId: "<0199c6a0@buergerkoffer.example>",
  date: new Date("2026-11-22T10:00:00Z"),
  words: { subject: "Besuch B-7K3F9P am 3. März 2027: bestätigt", text: "Guten Tag – schön.\n", html: "<p>Guten Tag – schön.</p>" },
  calendar: null,
  ...changes,
});

describe("a real mail server on loopback", () => {
  let sink: Sink;
  beforeEach(async () => void (sink = await startSink()));
  afterEach(() => sink.close());
  const send = (changes: Partial<OutgoingMail> = {}) => senderTo(sink.url)(outgoing(changes));

  test("takes a mail for exactly one recipient, with our Message-ID, text and HTML", async () => {
    expect(await send()).toBeNull();
    expect(sink.named).toEqual(["haus@demo.example"]);
    const [{ mail, from, to }] = sink.taken as [(typeof sink.taken)[number]];
    expect([from, to]).toEqual(["buergerkoffer@demo.example", ["haus@demo.example"]]);
    expect([mail.messageId, mail.subject]).toEqual(["<0199c6a0@buergerkoffer.example>", "Besuch B-7K3F9P am 3. März 2027: bestätigt"]);
    expect([mail.text?.trim(), mail.html?.trim()]).toEqual(["Guten Tag – schön.", "<p>Guten Tag – schön.</p>"]);
    expect(mail.from).toMatchObject({ name: "Bürgerdienste der Stadt Dortmund", address: "buergerkoffer@demo.example" });
    expect(mail.replyTo?.[0]).toMatchObject({ address: "leitung@demo.example" });
  });

  test("gets the headers we mean to send and no other", async () => {
    await send();
    const names = sink.taken[0]!.mail.headers.map(({ key }) => key).sort();
    expect(names).toEqual(["auto-submitted", "content-language", "content-type", "date", "from", "message-id", "mime-version", "reply-to", "subject", "to"]);
  });

  test("gets a calendar entry as an alternative that names its method, and as a file", async () => {
    const file = "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR";
    await send({ calendar: { method: "CANCEL", file } });
    const { raw, mail } = sink.taken[0]!;
    expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=CANCEL/i);
    expect(mail.attachments.map(({ filename, mimeType }) => [filename, mimeType])).toContainEqual(["besuch.ics", "application/ics"]);
  });

  test.each([
    "haus@demo.example\r\nBcc: evil@x.example",
    "haus@demo.example,evil@x.example",
    "haus@demo.example, evil@x.example",
    "Haus <haus@demo.example>",
    '"evil@x.example,"@demo.example',
    "haus@demo.example\0",
    "haus@demo．example",
    "haus",
    "",
  ])("never hears of a recipient that is not one plain address: %j", async (address) => {
    expect(await send({ to: { address, name: "x" } })).toEqual({ kind: "final", error: { code: "addressInvalid", reply: null } });
    expect(sink.named).toEqual([]);
  });

  test.each(["Weber\r\nBcc: evil@x.example", "evil@x.example, Weber", '" <evil@x.example>', "Weber\u2028Bcc: evil@x.example", "\u202Eevil", "W".repeat(5_000)])(
    "a name makes no header and no recipient: %j",
    async (name) => {
      expect(await send({ to: { address: "haus@demo.example", name } })).toBeNull();
      expect(sink.named).toEqual(["haus@demo.example"]);
      const { mail } = sink.taken[0]!;
      expect(mail.to?.map(({ address }) => address)).toEqual(["haus@demo.example"]);
      expect(mail.headers.map(({ key }) => key)).not.toContain("bcc");
    },
  );

  test("a subject with line breaks makes no header", async () => {
    await send({ words: { ...outgoing().words, subject: "Besuch\r\nBcc: evil@x.example" } });
    expect(sink.taken[0]!.mail.headers.map(({ key }) => key)).not.toContain("bcc");
    expect(sink.named).toEqual(["haus@demo.example"]);
  });

  test.each(["mail", "rcpt", "data"] as const)("4xx at %s: the mail is deferred", async (at) => {
    sink.answers.push({ reply: 451, at });
    expect(await send()).toEqual({ kind: "deferred", error: { code: "refusedForNow", reply: 451 } });
    expect(await send()).toBeNull();
  });

  test.each(["mail", "rcpt", "data"] as const)("5xx at %s: the mail is refused for good", async (at) => {
    sink.answers.push({ reply: 550, at });
    expect(await send()).toEqual({ kind: "final", error: { code: "refused", reply: 550 } });
    expect(sink.taken).toEqual([]);
  });

  test("a lost acknowledgement is a deferred mail, and the second copy has the same Message-ID", async () => {
    sink.answers.push("takeAndHangUp");
    expect(await send()).toEqual({ kind: "deferred", error: { code: "interrupted", reply: null } });
    expect(await send()).toBeNull();
    expect(sink.taken.map(({ mail }) => mail.messageId)).toEqual([outgoing().messageId, outgoing().messageId]);
  });
});

describe("a mail server that is away", () => {
  const servers: { readonly close: () => Promise<void> }[] = [];
  const opened = <S extends { readonly close: () => Promise<void> }>(server: S): S => {
    servers.push(server);
    return server;
  };
  afterEach(async () => void (await Promise.all(servers.splice(0).map((server) => server.close()))));

  test("nobody listens", async () => {
    expect(await senderTo(`smtp://127.0.0.1:${await closedPort()}`)(outgoing())).toEqual({ kind: "away", error: { code: "serverAway", reply: null } });
  });

  test("it hangs up before its greeting", async () => {
    const silent = opened(await startSilent((socket) => socket.destroy()));
    expect(await senderTo(silent.url)(outgoing())).toMatchObject({ kind: "away", error: { code: "serverAway" } });
  });

  test("it never greets: the attempt ends at the limit", async () => {
    const silent = opened(await startSilent(() => undefined));
    const begun = Date.now();
    expect(await senderTo(silent.url, 300)(outgoing())).toMatchObject({ kind: "away", error: { code: "serverAway" } });
    expect(Date.now() - begun).toBeLessThan(3_000);
  });

  test("it greets with a refusal", async () => {
    const silent = opened(await startSilent((socket) => socket.end("554 not now\r\n")));
    expect(await senderTo(silent.url)(outgoing())).toMatchObject({ kind: "away", error: { code: "serverAway", reply: 554 } });
  });

  test("a wrong password concerns every mail, so no mail is given up for it", async () => {
    const sink = opened(await startSink({ disabledCommands: ["STARTTLS"], authOptional: true, onAuth: (_auth, _session, done) => done(new Error("no")) }));
    const send = senderTo(sink.url.replace("smtp://", "smtp://office:wrong@"));
    expect(await send(outgoing())).toEqual({ kind: "away", error: { code: "loginRefused", reply: 535 } });
    expect(sink.taken).toEqual([]);
  });

  test("F-06: where encryption is required and not offered, nothing is sent in clear text", async () => {
    const sink = opened(await startSink());
    // This machine, by an address for which encryption is not waived.
    const send = mailSender({ ...settings, mode: "production", smtpUrl: `smtp://[::ffff:127.0.0.1]:${sink.port}` }, 2_000);
    expect(await send(outgoing())).toMatchObject({ kind: "away", error: { code: "noEncryption" } });
    expect(sink.named).toEqual([]);
  });
});
