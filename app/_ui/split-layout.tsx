import type { ReactNode } from "react";

/** A list and, beside it, the detail of one line; beneath one another where it is narrow. */
export function SplitLayout({ main, aside }: { readonly main: ReactNode; readonly aside: ReactNode }) {
  return (
    <div className="bk-split">
      <div className="bk-split__main">{main}</div>
      <div className="bk-split__aside">{aside}</div>
    </div>
  );
}
