import { preparationSentences } from "@/lib/messages/facility";
import { formatEuro } from "@/lib/messages/format";
import type { Preparation } from "@/lib/preparation/types";

/** What is laid out for one person, as a list, the fee with its amount; nothing where nothing is needed. */
export function PreparationItems({ items, feeCents }: { readonly items: readonly Preparation[]; readonly feeCents: number }) {
  if (items.length === 0) return null;
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item === "FEE" ? `${preparationSentences.FEE}: ${formatEuro(feeCents)}` : preparationSentences[item]}</li>
      ))}
    </ul>
  );
}
