import type { ReactNode } from "react";
import { common } from "@/lib/messages/common";
import { DemoBanner } from "./demo-banner";
import { KitMark } from "./kit-mark";

export type NavItem = { readonly href: string; readonly label: string; readonly isCurrent?: boolean; readonly count?: number };
export type Account = { readonly name: string; readonly detail?: string; readonly signOut: ReactNode };

export type SiteHeaderProps = {
  readonly homeHref?: string;
  readonly nav?: readonly NavItem[];
  readonly account?: Account | null;
  readonly signInHref?: string;
  readonly isDemo?: boolean;
};

/** Service line (KERN Kopfzeile), product name, account, and the navigation of the role. */
export function SiteHeader({ homeHref = "/", nav = [], account = null, signInHref, isDemo = false }: SiteHeaderProps) {
  return (
    <header className="bk-header">
      <div className="kern-kopfzeile bk-service-line">
        <div className="bk-container bk-service-line__content">
          <span className="kern-kopfzeile__label">{common.ownerUnit}</span>
          <nav className="bk-service-line__nav" aria-label={common.frame.serviceNavigation}>
            <ul>
              <li><a href="/easy-language">{common.footer.easyLanguage}</a></li>
              <li><a href="/sign-language">{common.footer.signLanguage}</a></li>
              <li><a href="/english" lang="en" hrefLang="en">{common.footer.english}</a></li>
            </ul>
          </nav>
        </div>
      </div>
      {isDemo ? <DemoBanner /> : null}
      <div className="bk-container bk-header__bar">
        <a className="bk-header__product" href={homeHref} aria-label={common.frame.home}>
          <KitMark />
          <span>{common.product}</span>
        </a>
        {account ? (
          <div className="bk-header__account">
            <p>
              <span className="kern-sr-only">{common.frame.signedInAs} </span>
              <strong>{account.name}</strong>
              {account.detail ? <span className="bk-header__account-detail">{account.detail}</span> : null}
            </p>
            {account.signOut}
          </div>
        ) : signInHref ? (
          <a className="kern-btn kern-btn--secondary" href={signInHref}>
            <span className="kern-label">{common.frame.signIn}</span>
          </a>
        ) : null}
      </div>
      {nav.length > 0 ? (
        <nav className="bk-nav" aria-label={common.frame.mainNavigation}>
          <ul className="bk-container">
            {nav.map((item) => (
              <li key={item.href}>
                <a href={item.href} aria-current={item.isCurrent ? "page" : undefined}>
                  {item.label}
                  {item.count ? <span className="bk-nav__count">{item.count}</span> : null}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </header>
  );
}
