import { Children, Fragment, type ReactNode } from "react";

/**
 * What people read as one and a line must not part: references (A-X5H4F4), tags of devices, phone numbers, times with their word, a day with its month,
 * a paragraph of a law.
 */
const WHOLE = /(\b[ABT]-[0-9A-Z]{6}\b|\bBK-[0-9A-Z]{4}-\d+\b|\b0\d{2,4} \d{1,8}-\d+\b|\b\d{1,2}:\d{2}(?:–\d{1,2}:\d{2})?(?: Uhr)?|\b\d{1,2}\. [A-Z][a-zä]{2,8}\b|§§? \d+[a-z]?(?: Abs\. \d+)?|\b\d{1,5}(?:\.\d{3})?(?:,\d\d)? €)/;

/** An address that must break does so behind its @. */
const AFTER_AT = /(?<=\w@)(?=\w)/;

/** Text with its unbreakable parts kept together; anything but text stays as it is. */
export function whole(node: ReactNode): ReactNode {
  if (Array.isArray(node)) return Children.map(node, whole);
  if (typeof node !== "string") return node;
  if (AFTER_AT.test(node)) return <span>{node.split(AFTER_AT).map((part, index) => <Fragment key={index}>{index > 0 ? <wbr /> : null}{part}</Fragment>)}</span>;
  if (!WHOLE.test(node)) return node;
  // Every second part is what the expression caught. One element around them all: in a grid each part would be a cell of its own.
  return <span>{node.split(WHOLE).map((part, index) => (index % 2 === 1 ? <span key={index} className="bk-whole">{part}</span> : part))}</span>;
}
