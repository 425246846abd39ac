import { ConfigurationError } from "@/lib/env";
import { mailServerOf } from "@/lib/mail/server";

const settings = { mode: "production", mailFrom: "buergerkoffer@stadt.example", officeEmail: "leitung@stadt.example" } as const;
const server = (smtpUrl: string, mode: "demo" | "production" = "production") => mailServerOf({ ...settings, mode, smtpUrl });

test("in production the connection to another machine is encrypted", () => {
  expect(server("smtp://mail.example")).toMatchObject({ host: "mail.example", port: 587, secure: false, requireTLS: true, ignoreTLS: false });
  expect(server("smtps://mail.example")).toMatchObject({ port: 465, secure: true, requireTLS: false });
});

test("only the address itself can waive the encryption", () => {
  expect(server("smtp://mailbox:1025?requireTLS=false")).toMatchObject({ host: "mailbox", port: 1025, requireTLS: false });
});

test("on the own machine none is asked for", () => {
  for (const host of ["localhost", "127.0.0.1", "[::1]"]) expect(server(`smtp://${host}:1081`, "demo")).toMatchObject({ requireTLS: false, ignoreTLS: true, port: 1081 });
  expect(server("smtp://[::1]:1081").host).toBe("::1");
});

test("name and password are read from the address", () => {
  expect(server("smtp://office%40stadt:p%C3%A4ss@mail.example").auth).toEqual({ user: "office@stadt", pass: "päss" });
  expect(server("smtp://mail.example").auth).toBeNull();
});

test.each(["", "mail.example:25", "http://mail.example", "smtp://", "smtp:///x"])("an address that is none is one sentence: %j", (smtpUrl) => {
  expect(() => server(smtpUrl)).toThrow(ConfigurationError);
});

test.each(["mailFrom", "officeEmail"] as const)("%s must be one plain address", (name) => {
  expect(() => mailServerOf({ ...settings, smtpUrl: "smtp://mail.example", [name]: "Amt <amt@stadt.example>" })).toThrow(ConfigurationError);
});
