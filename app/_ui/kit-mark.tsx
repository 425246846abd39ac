/** The small case beside the product's name. Drawn in the text colour; decoration only. */
export function KitMark() {
  return (
    <svg className="bk-mark" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false">
      <path className="bk-mark__line" d="M14 12V9a3 3 0 0 1 3-3h6a3 3 0 0 1 3 3v3" />
      <rect className="bk-mark__body" x="4" y="12" width="32" height="22" rx="3" />
      <path className="bk-mark__cut" d="M4 21h12m8 0h12" />
      <rect className="bk-mark__lock" x="16" y="18" width="8" height="6" rx="1" />
    </svg>
  );
}
