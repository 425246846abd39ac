import { listPage, messagePage, missingPage } from "./pages";
import type { MailStore } from "./store";
import type { MailAttachment, MailMessage } from "./types";

export type Answer = { readonly status: number; readonly type: string; readonly body: string | Buffer; readonly headers?: Readonly<Record<string, string>> };

const html = (body: string, status = 200): Answer => ({ status, type: "text/html; charset=utf-8", body });
const json = (value: unknown, status = 200): Answer => ({ status, type: "application/json; charset=utf-8", body: JSON.stringify(value) });
const missing = () => html(missingPage(), 404);

function download({ name, type, content, encoding }: MailAttachment): Answer {
  const plain = name.replace(/[^\w.-]/g, "_");
  const isHeaderSafe = /^[\w.+-]+\/[\w.+-]+$/.test(type);
  const disposition = `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(Buffer.from(name).toString())}`;
  return { status: 200, type: isHeaderSafe ? type : "application/octet-stream", body: Buffer.from(content, encoding), headers: { "content-disposition": disposition } };
}

/** A mail's own design, shut away: no script, no form, nothing loaded from anywhere. */
function designed(message: MailMessage): Answer {
  const policy = "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
  return { ...html(message.html), headers: { "content-security-policy": policy } };
}

function messagePart(message: MailMessage, part: string | undefined, position: string | undefined): Answer {
  if (part === undefined) return html(messagePage(message));
  if (part === "html" && position === undefined && message.html) return designed(message);
  const attachment = part === "attachments" && /^\d{1,3}$/.test(position ?? "") ? message.attachments[Number(position)] : undefined;
  return attachment ? download(attachment) : missing();
}

function toAddress(messages: readonly MailMessage[], address: string): readonly MailMessage[] {
  const wanted = address.trim().toLowerCase();
  return wanted === "" ? messages : messages.filter(({ to }) => to.toLowerCase().split(", ").includes(wanted));
}

/** What the mailbox answers to a request that came from this machine and, for changes, from its own page. */
export function answer(store: MailStore, style: string, method: string, url: URL): Answer {
  const [area, ...rest] = url.pathname.split("/").slice(1);
  const address = url.searchParams.get("to") ?? "";
  const isReading = method === "GET" || method === "HEAD";
  if (area === "api") {
    if (rest[0] !== "messages" || rest.length > 2) return json({ error: "not found" }, 404);
    if (method === "DELETE" && rest.length === 1) {
      store.clear();
      return { status: 204, type: "text/plain", body: "" };
    }
    if (!isReading) return json({ error: "method not allowed" }, 405);
    if (rest.length === 1) return json(toAddress(store.all(), address));
    const message = store.find(rest[1] ?? "");
    return message ? json(message) : json({ error: "not found" }, 404);
  }
  if (area === "clear" && rest.length === 0 && method === "POST") {
    store.clear();
    return { status: 303, type: "text/plain", body: "", headers: { location: "/" } };
  }
  if (!isReading) return { status: 405, type: "text/plain; charset=utf-8", body: "Diese Methode gibt es hier nicht." };
  if (area === "" && rest.length === 0) return html(listPage(toAddress(store.all(), address), address));
  if (area === "style.css" && rest.length === 0) return { status: 200, type: "text/css; charset=utf-8", body: style };
  const message = area === "messages" && rest.length <= 3 ? store.find(rest[0] ?? "") : undefined;
  return message ? messagePart(message, rest[1], rest[2]) : missing();
}
