import type { ReactNode } from "react";
import { Breadcrumb, type Crumb } from "./breadcrumb";
import { classes } from "./classes";
import { whole } from "./whole";

export type PageLayoutProps = {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly breadcrumb?: readonly Crumb[];
  /** Buttons beside the heading. */
  readonly actions?: ReactNode;
  /** Stands before the heading: error summary or a message what just happened. */
  readonly notice?: ReactNode;
  readonly width?: "reading" | "wide";
  readonly lang?: string;
  readonly children?: ReactNode;
};

/** One page: breadcrumb, `<main id="content">`, the only h1, a lead sentence, then the content in one rhythm. */
export function PageLayout({ title, lead, breadcrumb = [], actions, notice, width = "reading", lang, children }: PageLayoutProps) {
  return (
    <div className={classes("bk-container", "bk-page", `bk-page--${width}`)}>
      {breadcrumb.length > 0 ? <Breadcrumb crumbs={breadcrumb} /> : null}
      <main id="content" className="bk-main" tabIndex={-1} lang={lang}>
        {notice}
        <div className="bk-page__head">
          <div className="bk-page__title">
            <h1>{whole(title)}</h1>
            {lead ? <p className="bk-lead">{whole(lead)}</p> : null}
          </div>
          {actions ? <div className="bk-page__actions">{actions}</div> : null}
        </div>
        {children}
      </main>
    </div>
  );
}
