import { common } from "@/lib/messages/common";
import { Icon } from "./icon";

type PaginationProps = { readonly page: number; readonly pageCount: number; readonly hrefOf: (page: number) => string };

/** Links to the pages of a long list. Renders nothing for a single page. */
export function Pagination({ page, pageCount, hrefOf }: PaginationProps) {
  if (pageCount <= 1) return null;
  return (
    <nav className="bk-pagination" aria-label={common.pagination.label}>
      {page > 1 ? (
        <a href={hrefOf(page - 1)} rel="prev"><Icon name="chevron-left" /> {common.pagination.previous}</a>
      ) : <span />}
      <span>{common.pagination.current(page, pageCount)}</span>
      {page < pageCount ? (
        <a href={hrefOf(page + 1)} rel="next">{common.pagination.next} <Icon name="chevron-right" /></a>
      ) : <span />}
    </nav>
  );
}
