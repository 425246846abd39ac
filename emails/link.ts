/** The address of a place in the portal. A path that leads elsewhere is a fault, and the mail is not written. */
export function link(path: string, origin: string): string {
  const url = path.startsWith("/") ? new URL(path, origin) : null;
  if (!url || url.origin !== origin) throw new RangeError("a mail links only into the portal");
  return url.href;
}
