import { classes } from "./classes";

/** A thin bar, drawn with SVG attributes because inline styles are forbidden. The number stands beside it in words. */
export function Bar({ share, tone = "neutral" }: { readonly share: number; readonly tone?: "neutral" | "warning" | "danger" | "accent" }) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <svg className={classes("bk-bar", `bk-bar--${tone}`)} width="100%" height="6" aria-hidden="true" focusable="false">
      <rect className="bk-bar__ground" x="0" y="0" width="100%" height="6" rx="3" />
      <rect className="bk-bar__fill" x="0" y="0" width={`${percent}%`} height="6" rx="3" />
    </svg>
  );
}
