import { plain } from "@/lib/messages/plain";

/** An answer that needs no database and no rendering: one sentence and a way back. */
export function plainAnswer(status: number, sentence: string, more: { readonly back?: Way; readonly headers?: Readonly<Record<string, string>> } = {}): Response {
  return new Response(plainPage(sentence, more.back), { status, headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store", ...more.headers } });
}

/** A way on from such a page: a path of this portal and its words. */
type Way = { readonly href: string; readonly label: string };

/** The page of such an answer. The sentence is one of ours; nothing that was sent is repeated in it. */
export function plainPage(sentence: string, back: Way = { href: "/", label: plain.back }): string {
  return `<!doctype html><html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${plain.title}</title><link rel="stylesheet" href="/plain.css"></head><body><main><h1>${plain.title}</h1><p>${sentence}</p><p><a href="${asAttribute(back.href)}">${back.label}</a></p></main></body></html>`;
}

function asAttribute(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
