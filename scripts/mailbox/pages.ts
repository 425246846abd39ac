import { readCalendar } from "./calendar";
import { type Markup, linked, markup } from "./markup";
import type { MailAttachment, MailMessage } from "./types";

const timeFormat = new Intl.DateTimeFormat("de-DE", { dateStyle: "short", timeStyle: "medium", timeZone: "Europe/Berlin" });

function time(message: MailMessage): Markup {
  return markup`<time datetime="${message.receivedAt}">${timeFormat.format(new Date(message.receivedAt))}</time>`;
}

function frame(title: string, content: Markup): string {
  const page = markup`<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – Postfach der Vorführung</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header><p><a href="/">Postfach der Vorführung</a></p><p>Diese Mails verlassen den Rechner nicht.</p></header>
<main>${content}</main>
</body>
</html>
`;
  return page.text;
}

function row(message: MailMessage): Markup {
  const count = message.attachments.length;
  const marks = count === 0 ? "" : count === 1 ? "1 Anhang" : `${count} Anhänge`;
  return markup`<li><a href="/messages/${message.id}"><strong>${message.subject || "(kein Betreff)"}</strong>
<span>an ${message.to}</span> <span>von ${message.from}</span> <span>${time(message)}</span> <span>${marks}</span></a></li>`;
}

/** All mails, newest first; `address` says for whom the list was narrowed. */
export function listPage(messages: readonly MailMessage[], address: string): string {
  const search = markup`<form action="/" method="get" role="search"><label for="to">Nur Mails an</label>
<input id="to" name="to" type="text" inputmode="email" autocomplete="off" value="${address}"><button>Anzeigen</button></form>`;
  const clear = markup`<form action="/clear" method="post"><button class="quiet">Alle Mails löschen</button></form>`;
  const none = address ? markup`<p>Keine Mails an ${address}.</p>` : markup`<p>Noch keine Mails. Was das Portal verschickt, erscheint hier.</p>`;
  const list = messages.length === 0 ? none : markup`<ol>${messages.map(row)}</ol>`;
  const title = messages.length === 1 ? "1 Mail" : `${messages.length} Mails`;
  return frame(title, markup`<h1>${title}</h1><div class="tools">${search}${messages.length > 0 ? clear : ""}</div>${list}`);
}

function attachmentPart(message: MailMessage, attachment: MailAttachment, position: number): Markup {
  const lines = attachment.type === "text/calendar" ? readCalendar(attachment.content) : [];
  const entry = markup`<dl>${lines.map(([label, value]) => markup`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
  return markup`<section><h2>${attachment.name}</h2>${lines.length > 0 ? entry : ""}
<p><a href="/messages/${message.id}/attachments/${position}" download>Herunterladen</a> <span>${attachment.type}</span></p></section>`;
}

/** One mail with its text and its attachments; a calendar entry is shown in words. */
export function messagePage(message: MailMessage): string {
  const subject = message.subject || "(kein Betreff)";
  const html = message.html ? markup`<p><a href="/messages/${message.id}/html">So sieht die Mail gestaltet aus</a></p>` : "";
  return frame(subject, markup`<p><a href="/">Alle Mails</a></p><h1>${subject}</h1>
<dl><div><dt>Von</dt><dd>${message.from}</dd></div><div><dt>An</dt><dd>${message.to}</dd></div><div><dt>Angekommen</dt><dd>${time(message)}</dd></div></dl>
<pre>${linked(message.text)}</pre>${html}${message.attachments.map((attachment, position) => attachmentPart(message, attachment, position))}`);
}

export function missingPage(): string {
  return frame("Nicht gefunden", markup`<h1>Nicht gefunden</h1><p>Diese Seite oder Mail gibt es nicht (mehr).</p><p><a href="/">Alle Mails</a></p>`);
}
