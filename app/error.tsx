"use client";

import { ProblemPage } from "@/app/_ui/problem-page";

/** A page failed while it was made. */
export default function ErrorPage({ error, reset }: { readonly error: Error & { readonly digest?: string }; readonly reset: () => void }) {
  return <ProblemPage digest={error.digest} onRetry={reset} />;
}
