"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Opens the print dialogue. Appears only where scripts run; without them the browser's own menu prints. */
export function PrintButton({ label }: { readonly label: string }) {
  const hasScript = useSyncExternalStore(never, () => true, () => false);
  return hasScript ? (
    <div className="bk-print__button">
      <button className="kern-btn kern-btn--secondary" type="button" onClick={() => window.print()}>
        <span className="kern-label">{label}</span>
      </button>
    </div>
  ) : null;
}
