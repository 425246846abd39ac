import type { ReactNode } from "react";
import type { TextSection } from "@/lib/messages/public";
import { Section } from "./section";

/** Running text in titled pieces; `after` adds something beneath the piece with that id. */
export function TextSections({ sections, after = {} }: { readonly sections: readonly TextSection[]; readonly after?: Readonly<Record<string, ReactNode>> }) {
  return (
    <>
      {sections.map(({ title, id, paragraphs = [], items = [], closing = [] }) => (
        <Section key={title} title={title} id={id}>
          {paragraphs.map((text) => <p key={text}>{text}</p>)}
          {items.length > 0 ? <ul>{items.map((text) => <li key={text}>{text}</li>)}</ul> : null}
          {closing.map((text) => <p key={text}>{text}</p>)}
          {id ? after[id] : null}
        </Section>
      ))}
    </>
  );
}
