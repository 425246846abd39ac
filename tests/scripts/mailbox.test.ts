import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { startMailbox } from "../../scripts/mailbox/server";
import type { MailMessage } from "../../scripts/mailbox/types";

type Answer = { readonly status: number; readonly headers: NodeJS.Dict<string | string[]>; readonly body: string };

let folder: string;
let port: number;
let mailbox: { close: () => Promise<void> };

const open = () => startMailbox({ port, smtpPort: port + 1, file: join(folder, "mailbox.json") });

function ask(path: string, { method = "GET", headers = {} }: { method?: string; headers?: Record<string, string> } = {}): Promise<Answer> {
  return new Promise((done, fail) => {
    const sent = request({ host: "127.0.0.1", port, path, method, headers: { host: `localhost:${port}`, ...headers } }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text: string) => (body += text));
      response.on("end", () => done({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    sent.on("error", fail).end();
  });
}

const messages = async (query = "") => JSON.parse((await ask(`/api/messages${query}`)).body) as MailMessage[];

const entry = ["BEGIN:VCALENDAR", "METHOD:REQUEST", "BEGIN:VEVENT", "UID:besuch-1@demo.example", "SEQUENCE:2", "SUMMARY:Besuch\\, Haus Lindenblick", "DTSTART:20261203T080000Z", "DTEND:20261203T094000Z", "STATUS:TENTATIVE", "END:VEVENT", "END:VCALENDAR", ""].join("\r\n");

async function send(subject: string, to = "burgholz@demo.example"): Promise<void> {
  const transport = createTransport({ host: "127.0.0.1", port: port + 1, secure: false });
  await transport.sendMail({
    from: '"Büro" <buero@demo.example>',
    to,
    subject,
    text: "Öffnen Sie http://localhost:3000/login?a=1&b=2.",
    html: "<p>Hallo</p><script>alert(1)</script>",
    icalEvent: { method: "REQUEST", filename: "besuch.ics", content: entry },
    attachments: [{ filename: "blatt.bin", content: Buffer.from([0, 1, 255]) }],
  });
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "buergerkoffer-mailbox-"));
  for (let attempt = 0; ; attempt += 1) {
    port = 20_000 + Math.floor(Math.random() * 20_000);
    try {
      mailbox = await open();
      return;
    } catch (error) {
      if (attempt > 10) throw error;
    }
  }
});

afterEach(async () => {
  await mailbox.close();
  rmSync(folder, { recursive: true, force: true });
});

it("lists the mails newest first with text, design, attachments and calendar entry", async () => {
  await send("Erste");
  await send("Zweite <b>");
  const [newest, oldest] = await messages();
  expect([newest?.subject, oldest?.subject]).toEqual(["Zweite <b>", "Erste"]);
  expect(newest).toMatchObject({ from: "buero@demo.example", to: "burgholz@demo.example", html: expect.stringContaining("<p>Hallo</p>"), messageId: expect.stringMatching(/^<.+>$/) });
  expect(newest?.attachments).toEqual(
    expect.arrayContaining([
      { name: "termin.ics", type: "text/calendar", content: entry, encoding: "utf8", method: "REQUEST" },
      { name: "blatt.bin", type: "application/octet-stream", content: Buffer.from([0, 1, 255]).toString("base64"), encoding: "base64" },
    ]),
  );
});

it("narrows the list to one recipient and finds one mail by its id", async () => {
  await send("Für zwei", "linde@demo.example, jva@demo.example");
  await send("Für eine");
  const [found, ...others] = await messages("?to=LINDE@demo.example");
  expect([found?.subject, others.length]).toEqual(["Für zwei", 0]);
  expect(await messages("?to=emo.example")).toEqual([]);
  expect(JSON.parse((await ask(`/api/messages/${found?.id}`)).body)).toEqual(found);
});

it("shows a mail as a page: escaped, with links, the calendar entry in words, nothing that runs", async () => {
  await send("Zweite <b>");
  const [mail] = await messages();
  const { body, headers } = await ask(`/messages/${mail?.id}`);
  expect(body).toContain("Zweite &#60;b&#62;");
  expect(body).toContain('<a href="http://localhost:3000/login?a=1&#38;b=2" rel="noreferrer">');
  expect(body).toContain("Donnerstag, 3. Dezember 2026 um 09:00 Uhr");
  expect(body).toContain("Besuch, Haus Lindenblick");
  expect(body).not.toContain("<script");
  expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; style-src 'self'/);
  expect((await ask(`/messages/${mail?.id}/html`)).headers["content-security-policy"]).toMatch(/^sandbox allow-popups; default-src 'none'/);
  expect((await ask("/")).body).toContain("1 Mail");
});

it("hands out attachments as downloads", async () => {
  await send("Anhang");
  const [mail] = await messages();
  const { headers, body } = await ask(`/messages/${mail?.id}/attachments/0`);
  expect(headers["content-disposition"]).toMatch(/^attachment; filename="termin.ics"/);
  expect(body).toBe(entry);
});

it("keeps the mails over a restart and forgets them when asked", async () => {
  await send("Bleibt");
  await mailbox.close();
  mailbox = await open();
  expect((await messages()).map(({ subject }) => subject)).toEqual(["Bleibt"]);
  expect((await ask("/api/messages", { method: "DELETE" })).status).toBe(204);
  expect(await messages()).toEqual([]);
  expect(readFileSync(join(folder, "mailbox.json"), "utf8")).toBe("[]");
});

it("answers to this machine's own names only, and changes only from its own page", async () => {
  expect((await ask("/api/messages", { headers: { host: "evil.example" } })).status).toBe(403);
  expect((await ask("/clear", { method: "POST", headers: { origin: "http://evil.example" } })).status).toBe(403);
  expect((await ask("/clear", { method: "POST", headers: { origin: `http://localhost:${port}` } })).status).toBe(303);
});

it.each(["/%00", "/messages/%00", "//evil.example/", "/%E0%A4%A", "/messages/x/y/z/w", "/api/messages/none", "/..%2f..%2fetc", "/messages/__proto__"])("is not there: %s", async (path) => {
  expect((await ask(path)).status).toBe(404);
});

it("survives a sender that breaks off and a request that is none", async () => {
  for (const [target, text] of [[port + 1, "EHLO a\r\nMAIL FROM:<a@b.de>\r\nRCPT TO:<c@d.de>\r\nDATA\r\nSubject: \0"], [port, "GET \0 HTTP/1.1\r\n\r\n"]] as const) {
    await new Promise<void>((done) => {
      const socket = connect(target, "127.0.0.1", () => socket.write(text, () => setTimeout(() => socket.destroy(), 100)));
      socket.on("close", () => done()).on("error", () => {});
    });
  }
  await send("Danach");
  expect(await messages()).toHaveLength(1);
});

it("refuses to open beside another one on the same ports", async () => {
  await expect(open()).rejects.toMatchObject({ code: "EADDRINUSE" });
});
