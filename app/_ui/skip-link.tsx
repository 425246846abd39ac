import { common } from "@/lib/messages/common";

/** The first thing the tab key reaches on every page. */
export function SkipLink() {
  return (
    <a className="bk-skip-link" href="#content">
      {common.frame.skipToContent}
    </a>
  );
}
