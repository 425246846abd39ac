"use client";

import { ProblemPage } from "@/app/_ui/problem-page";
import { common } from "@/lib/messages/common";
import "./_ui/styles.css";

/** Even the document failed; this one replaces it. */
export default function GlobalError({ error, reset }: { readonly error: Error & { readonly digest?: string }; readonly reset: () => void }) {
  return (
    <html lang="de">
      <body>
        <title>{common.problem.errorTitle}</title>
        <ProblemPage digest={error.digest} onRetry={reset} />
      </body>
    </html>
  );
}
