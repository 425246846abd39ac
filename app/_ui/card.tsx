import type { ReactNode } from "react";
import { classes } from "./classes";
import { whole } from "./whole";

type CardProps = {
  readonly title: ReactNode;
  readonly preline?: ReactNode;
  /** Makes the title a link; the whole card becomes its target. */
  readonly href?: string;
  readonly tag?: ReactNode;
  readonly footer?: ReactNode;
  readonly headingLevel?: 2 | 3 | 4;
  readonly tone?: "plain" | "accent" | "surface";
  readonly children?: ReactNode;
};

/** One thing with its facts and what can be done with it. */
export function Card({ title, preline, href, tag, footer, headingLevel = 3, tone = "plain", children }: CardProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <article className={classes("bk-card", `bk-card--${tone}`, href && "bk-card--linked")}>
      <div className="bk-card__head">
        <div>
          {preline ? <p className="bk-card__preline">{whole(preline)}</p> : null}
          <Heading className="bk-card__title">{href ? <a href={href}>{whole(title)}</a> : whole(title)}</Heading>
        </div>
        {tag}
      </div>
      {children ? <div className="bk-card__body">{children}</div> : null}
      {footer ? <div className="bk-card__foot">{footer}</div> : null}
    </article>
  );
}

/** Cards side by side where there is room. */
export function CardGrid({ children }: { readonly children: ReactNode }) {
  return <div className="bk-card-grid">{children}</div>;
}
