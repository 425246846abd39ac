/** Half-open ranges [from, until) of instants, minutes or civil dates: what ends at noon does not meet what begins at noon. */

export type Range<T extends Date | number | string> = { readonly from: T; readonly until: T };

/** Whether a range holds nothing: it ends where it begins, or before. */
export function isEmpty<T extends Date | number | string>(range: Range<T>): boolean {
  return !(range.from < range.until);
}

/** Whether two ranges share a moment; an empty range shares none. */
export function overlaps<T extends Date | number | string>(a: Range<T>, b: Range<T>): boolean {
  return !isEmpty(a) && !isEmpty(b) && a.from < b.until && b.from < a.until;
}

/** Whether a moment lies in a range; its end does not. */
export function contains<T extends Date | number | string>(range: Range<T>, moment: T): boolean {
  return range.from <= moment && moment < range.until;
}

/** Whether a range lies wholly inside another; both may end together. */
export function encloses<T extends Date | number | string>(outer: Range<T>, inner: Range<T>): boolean {
  return outer.from <= inner.from && inner.until <= outer.until;
}

/** What two ranges have in common, or null. */
export function intersection<T extends Date | number | string>(a: Range<T>, b: Range<T>): Range<T> | null {
  if (!overlaps(a, b)) return null;
  return { from: a.from > b.from ? a.from : b.from, until: a.until < b.until ? a.until : b.until };
}
