import type { ReactNode } from "react";
import { type Contact, SiteFooter } from "./site-footer";
import { SiteHeader, type SiteHeaderProps } from "./site-header";
import { SkipLink } from "./skip-link";

export type { Account, NavItem } from "./site-header";

/** Everything around a page: skip link, header, until when the session lasts, footer. The page itself (`PageLayout`) brings `<main>`. */
export function AppFrame({ children, contact, session, ...header }: SiteHeaderProps & { readonly contact?: Contact; readonly session?: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="bk-frame">
      <SkipLink />
      <SiteHeader {...header} />
      {children}
      {session}
      <SiteFooter contact={contact} />
    </div>
  );
}
