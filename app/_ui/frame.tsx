import type { ReactNode } from "react";
import { type Contact, SiteFooter } from "./site-footer";
import { SiteHeader, type SiteHeaderProps } from "./site-header";
import { SkipLink } from "./skip-link";

export type { Account, NavItem } from "./site-header";

/** Everything around a page: skip link, header, until when the session lasts, footer. The page itself (`PageLayout`) brings `<main>`. */
export function AppFrame({ children, contact, privacyHref, session, ...header }: SiteHeaderProps & { readonly contact?: Contact; /** The privacy notice of whoever is signed in. */ readonly privacyHref?: string; readonly session?: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="bk-frame">
      <SkipLink />
      <SiteHeader {...header} />
      {children}
      {session}
      <SiteFooter contact={contact} privacyHref={privacyHref} />
    </div>
  );
}
