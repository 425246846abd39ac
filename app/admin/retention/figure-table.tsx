import { DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { formatMonth } from "@/lib/messages/format";
import { labels } from "@/lib/messages/labels";
import { retentionWords as words } from "@/lib/messages/retention";
import { SMALLEST_FIGURE } from "@/lib/retention/rules";
import type { KeptFigure } from "@/lib/retention/types";

/** The counts that remain of what was deleted; small ones are not told apart. */
export function Figures({ figures }: { readonly figures: readonly KeptFigure[] }) {
  if (figures.length === 0) return <EmptyState text={words.figuresEmpty} />;
  return (
    <DataTable
      caption={words.figuresCaption}
      hideCaption
      columns={[
        { key: "month", label: words.figureMonth },
        { key: "kind", label: words.figureKind },
        { key: "service", label: words.figureService },
        { key: "result", label: words.figureResult },
        { key: "count", label: words.figureCount, isNumeric: true },
      ]}
      rows={figures.map((figure) => ({
        id: `${figure.monthOn} ${figure.kind} ${figure.service} ${figure.result}`,
        cells: {
          month: formatMonth(figure.monthOn),
          kind: words.figureKinds[figure.kind],
          service: labels.service[figure.service],
          result: resultOf(figure),
          count: figure.count < SMALLEST_FIGURE ? words.figureFew(SMALLEST_FIGURE) : String(figure.count),
        },
      }))}
    />
  );
}

function resultOf({ result }: KeptFigure): string {
  const known: Readonly<Record<string, string>> = { ...labels.closeReason, ...labels.outcome };
  return known[result] ?? words.figureLapsed;
}
