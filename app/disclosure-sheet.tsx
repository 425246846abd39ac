import { DataTable } from "@/app/_ui/data-table";
import { DescriptionList } from "@/app/_ui/description-list";
import { PrintSheet } from "@/app/_ui/print-sheet";
import { TextSections } from "@/app/_ui/text-sections";
import { officeContact } from "@/app/_shell/contact";
import { disclosureWords as words, type DisclosureDocument, type DocumentPart } from "@/lib/messages/disclosure";

/** The answer to somebody who asks what is stored about him or her (Art. 15 GDPR), for paper. */
export function DisclosureSheet({ document, name }: { readonly document: DisclosureDocument; readonly name: string }) {
  const { title, madeAt, source, parts, accesses, accessNote, texts, notShown } = document;
  return (
    <PrintSheet contact={officeContact()} title={title} subtitle={words.law} facts={[{ term: words.about, value: <bdi>{name}</bdi> }, { term: words.madeAt, value: madeAt }]}>
      <section>
        <h2>{words.source}</h2>
        <p>{source}</p>
        {notShown ? <p>{notShown}</p> : null}
      </section>
      {parts.map((part) => (
        <Part key={part.table} part={part} />
      ))}
      <section>
        <h2>{words.accessTitle}</h2>
        <p>{words.accessText}</p>
        {accessNote ? <p>{accessNote}</p> : null}
        {accesses.length === 0 ? (
          <p>{words.accessNone}</p>
        ) : (
          <DataTable
            caption={words.accessTitle}
            hideCaption
            isDense
            columns={[
              { key: "at", label: words.accessAt },
              { key: "action", label: words.accessAction },
              { key: "role", label: words.accessRole },
            ]}
            rows={accesses.map((access, index) => ({ id: String(index), cells: access }))}
          />
        )}
      </section>
      <TextSections sections={texts} />
    </PrintSheet>
  );
}

function Part({ part: { title, purposes, bases, kept, rows } }: { readonly part: DocumentPart }) {
  return (
    <section className="bk-sheet__stop">
      <h2>{title}</h2>
      {rows.length === 0 ? <p>{words.noRows}</p> : null}
      {rows.map((row, index) => (
        <div key={index}>
          {rows.length > 1 ? <h3>{words.position(index + 1)}</h3> : null}
          <DescriptionList isCompact rows={row.map(({ term, value }) => ({ term, value: <span className="bk-typed-text">{value}</span> }))} />
        </div>
      ))}
      <p className="bk-small bk-muted">
        {words.purposes}: {purposes}. {words.bases}: {bases}. {words.kept}: {kept.join("; ")}.
      </p>
    </section>
  );
}
