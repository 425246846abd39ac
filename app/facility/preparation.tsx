import { preparationSentences } from "@/lib/messages/facility";
import type { Preparation } from "@/lib/preparation/types";

/** What is laid out for one person, as a list; nothing where nothing is needed. */
export function PreparationItems({ items }: { readonly items: readonly Preparation[] }) {
  if (items.length === 0) return null;
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{preparationSentences[item]}</li>
      ))}
    </ul>
  );
}
