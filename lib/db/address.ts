/** On the same machine nothing leaves it. */
const LOOPBACK = ["localhost", "127.0.0.1", "[::1]", ""];

/**
 * Whether the way to the database is one that a running city may take: on this machine, or encrypted with a certificate that is checked (`sslmode=verify-full`).
 * Only the address itself can waive that, with `sslmode=disable` for a database in the same closed network. Everything between the two looks encrypted and is
 * not, or believes any certificate.
 */
export function isProtectedWay(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname, searchParams } = new URL(address);
  const asked = searchParams.getAll("sslmode");
  if (searchParams.has("uselibpqcompat") || searchParams.has("ssl") || searchParams.has("host") || asked.length > 1) return false;
  return LOOPBACK.includes(hostname) || asked[0] === "verify-full" || asked[0] === "disable";
}
