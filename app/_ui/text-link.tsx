import type { ReactNode } from "react";
import { whole } from "./whole";

/** A link in running text or in a list. */
export function TextLink({ href, children, lang }: { readonly href: string; readonly children: ReactNode; readonly lang?: string }) {
  return (
    <a className="kern-link kern-link--no-visited-state bk-link" href={href} lang={lang} hrefLang={lang}>
      {whole(children)}
    </a>
  );
}
