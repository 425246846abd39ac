import { common } from "@/lib/messages/common";
import { whole } from "./whole";

export type Crumb = { readonly href: string; readonly label: string };

/** The way back up: links only to the pages above, the page itself is the heading. */
export function Breadcrumb({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  return (
    <nav className="bk-breadcrumb" aria-label={common.frame.breadcrumb}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.href}>
            <a href={crumb.href}>{whole(crumb.label)}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
