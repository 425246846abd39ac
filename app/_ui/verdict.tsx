import type { ReactNode } from "react";
import { common } from "@/lib/messages/common";
import { Icon, type IconName } from "./icon";
import { whole } from "./whole";

export type VerdictTone = "ok" | "info" | "warning" | "stop";

const ICONS: Readonly<Record<VerdictTone, IconName>> = { ok: "success", info: "info", warning: "warning", stop: "danger" };

/** What the law says, beside the field that decides it: a sentence and its source. */
export function Verdict({ tone, text, source, children }: { readonly tone: VerdictTone; readonly text: ReactNode; readonly source?: ReactNode; readonly children?: ReactNode }) {
  return (
    <div className={`bk-verdict bk-verdict--${tone}`}>
      <Icon name={ICONS[tone]} />
      <div>
        <p className="bk-verdict__text">{whole(text)}</p>
        {children}
        {source ? (
          <p className="bk-verdict__source">
            {common.verdict.source} {whole(source)}
          </p>
        ) : null}
      </div>
    </div>
  );
}
