import { attachment, endpoint } from "@/app/_shell/endpoint";
import { copyDocument, type CopyDocument } from "@/app/facility/requests/[id]/copy/document";
import { ownFacility } from "@/lib/facilities/queries";
import { scopeOf } from "@/lib/auth/scope";
import { common } from "@/lib/messages/common";
import { requestPages as words } from "@/lib/messages/facility-requests";
import { formatDateTime } from "@/lib/messages/format";
import { viewRequest } from "@/lib/requests/queries";

/** The copy of a sent request as one file that needs nothing else (R65). */
export const GET = endpoint("facility.requests.view", async ({ actor, params, now }) => {
  const facility = await ownFacility(scopeOf(actor));
  const request = facility && (await viewRequest(actor, params.id));
  if (!facility || !request || request.state === "DRAFT") return null;
  return attachment(fileOf(copyDocument(request, facility), formatDateTime(now)), "text/html", `anfrage-${request.reference}.html`);
});

const STYLE = "body{margin:2rem auto;max-width:46rem;padding:0 1rem;font:1rem/1.5 Arial,sans-serif}dl{display:grid;grid-template-columns:minmax(9rem,1fr) 3fr;gap:.25rem 1rem}dt{font-weight:600}dd{margin:0;white-space:pre-line}h2{margin-top:2rem;border-top:1px solid}footer{margin-top:2rem;border-top:1px solid}";

function fileOf({ title, subtitle, facts, sections }: CopyDocument, printedAt: string): string {
  const list = (pairs: CopyDocument["facts"]) => `<dl>${pairs.map(({ term, value }) => `<dt>${escaped(term)}</dt><dd>${escaped(value)}</dd>`).join("")}</dl>`;
  const parts = sections.map((section) => `<section><h2><bdi>${escaped(section.title)}</bdi></h2>${list(section.facts)}<ul>${section.lines.map((line) => `<li>${escaped(line)}</li>`).join("")}</ul></section>`);
  return `<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title><style>${STYLE}</style></head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p>${escaped(subtitle)}</p>
${list(facts)}
${parts.join("\n")}
</main>
<footer><p>${escaped(`${common.ownerUnit} · ${common.product} · ${words.printedAt} ${printedAt}`)}</p></footer>
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
