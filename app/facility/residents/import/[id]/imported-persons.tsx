import { DataTable } from "@/app/_ui/data-table";
import { Pagination } from "@/app/_ui/pagination";
import { TextLink } from "@/app/_ui/text-link";
import { pageNumber, withQuery } from "@/app/_shell/current";
import { cardText } from "@/app/facility/card-text";
import { ListName } from "@/app/facility/name";
import { formatDateNumeric } from "@/lib/messages/format";
import { importPages as words } from "@/lib/messages/roster-imports";
import { expiryOf } from "@/lib/residents/rules";
import type { ImportPreview } from "@/lib/roster-imports/queries";

const ON_ONE_PAGE = 50;

/** The persons of a list that was read, some at a time, with what becomes of each. */
export function ImportedPersons({ list, page, path }: { readonly list: ImportPreview; readonly page: string | undefined; readonly path: string }) {
  const pageCount = Math.ceil(list.persons.length / ON_ONE_PAGE);
  const wanted = pageNumber(page);
  const current = wanted <= pageCount ? wanted : 1;
  const listed = new Map(list.listed.map(({ row, residentId }) => [row, residentId]));
  const twice = new Map(list.twice.map(({ row, firstRow }) => [row, firstRow]));
  const state = (row: number) => {
    const [residentId, firstRow] = [listed.get(row), twice.get(row)];
    if (residentId) return <TextLink href={`/facility/residents/${residentId}`}>{words.stateListed}</TextLink>;
    return firstRow === undefined ? words.stateNew : words.stateTwice(firstRow);
  };
  return (
    <>
      <DataTable
        caption={words.caption}
        isDense
        columns={[
          { key: "name", label: words.columns.name },
          { key: "row", label: words.columns.row },
          { key: "born", label: words.columns.born },
          { key: "card", label: words.columns.card },
          { key: "state", label: words.columns.state },
        ]}
        rows={list.persons.slice((current - 1) * ON_ONE_PAGE, current * ON_ONE_PAGE).map((person) => ({
          id: String(person.row),
          cells: { name: <ListName {...person} />, row: String(person.row), born: formatDateNumeric(person.bornOn), card: cardText(person.idCardState, expiryOf(person.idExpiresOn)), state: state(person.row) },
        }))}
      />
      <Pagination page={current} pageCount={pageCount} hrefOf={(number) => withQuery(path, { page: String(number) })} />
    </>
  );
}
