import type { ReactNode } from "react";

/** Tray to the left, board to the right; beneath one another where it is narrow. */
export function BoardLayout({ tray, toolbar, children }: { readonly tray: ReactNode; readonly toolbar?: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="bk-board-layout">
      {toolbar ? <div className="bk-toolbar">{toolbar}</div> : null}
      <div className="bk-board-layout__columns">
        <div className="bk-board-layout__tray">{tray}</div>
        <div className="bk-board-layout__board">{children}</div>
      </div>
    </div>
  );
}
