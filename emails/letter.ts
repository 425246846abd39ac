import { link } from "@/emails/link";
import type { MailContext, WrittenMail } from "@/emails/types";
import { mailFrame } from "@/lib/messages/mails";

/** What a mail says, in order: a first line with the date where there is one, a few sentences, what to know, one place to go. */
export type Letter = {
  readonly subject: string;
  readonly headline?: string;
  /** What has become of the date in the first line, in a word. */
  readonly state?: string;
  readonly paragraphs: readonly string[];
  readonly details?: readonly { readonly label: string; readonly value: string }[];
  readonly link: { readonly label: string; readonly path: string };
};

/** A letter as text and as HTML, word for word the same. */
export function written(letter: Letter, context: MailContext): WrittenMail {
  const url = link(letter.link.path, context.origin);
  return { subject: letter.subject, text: textOf(letter, url, context), html: htmlOf(letter, url, context) };
}

function firstLine({ headline, state }: Letter): readonly string[] {
  return headline ? [state ? `${headline} – ${state}` : headline] : [];
}

function textOf(letter: Letter, url: string, { officePhone }: MailContext): string {
  const blocks = [
    ...firstLine(letter),
    mailFrame.greeting,
    ...letter.paragraphs,
    ...(letter.details ? [letter.details.map(({ label, value }) => `${label}: ${value}`).join("\n")] : []),
    `${letter.link.label}:\n${url}`,
    `${mailFrame.regards}\n${mailFrame.office}\n${mailFrame.phone(officePhone)}`,
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** No colours, no remote content: every mail program shows it in its own light or dark colours. */
const STYLE = `:root{color-scheme:light dark}body{margin:0;padding:16px;font:16px/1.5 "Fira Sans",Arial,sans-serif}main{max-width:36em}p{margin:0 0 16px}.first{font-size:20px;font-weight:600}a{font-weight:600}`;

function htmlOf(letter: Letter, url: string, { officePhone }: MailContext): string {
  const blocks = [
    ...firstLine(letter).map((line) => `<p class="first"><strong>${escaped(line)}</strong></p>`),
    paragraph(mailFrame.greeting),
    ...letter.paragraphs.map(paragraph),
    ...(letter.details ? [`<p>${letter.details.map(({ label, value }) => `<strong>${escaped(label)}:</strong> ${escaped(value)}`).join("<br>\n")}</p>`] : []),
    `<p><a href="${escaped(url)}">${escaped(letter.link.label)}</a></p>`,
    `<p>${[mailFrame.regards, mailFrame.office, mailFrame.phone(officePhone)].map(escaped).join("<br>\n")}</p>`,
  ];
  return `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(letter.subject)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${blocks.join("\n")}
</main>
</body>
</html>
`;
}

function paragraph(text: string): string {
  return `<p>${escaped(text)}</p>`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
