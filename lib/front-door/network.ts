import { BlockList, isIP } from "node:net";

/** From where X-Forwarded-For is believed. */
export type TrustedProxies = { readonly check: (address: string) => boolean };

/** Reads a list of addresses and networks (`10.0.0.0/8, ::1`), separated by commas; null where one of them is neither. */
export function readProxies(text: string): TrustedProxies | null {
  const list = new BlockList();
  for (const entry of text.split(",").map((part) => part.trim()).filter(Boolean)) {
    const [address, prefix] = entry.split("/");
    const version = isIP(address ?? "");
    const family = version === 6 ? "ipv6" : "ipv4";
    if (version === 0 || entry.split("/").length > 2) return null;
    if (prefix === undefined) list.addAddress(address!, family);
    else if (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 6 ? 128 : 32)) list.addSubnet(address!, Number(prefix), family);
    else return null;
  }
  return {
    check: (address) => {
      const plain = withoutMapping(address);
      return isIP(plain) !== 0 && list.check(plain, isIP(plain) === 6 ? "ipv6" : "ipv4");
    },
  };
}

/** The network of an address: an IPv4 address itself, or the /64 of an IPv6 address, which is what one household or office has. */
export function networkOf(address: string): string {
  const plain = withoutMapping(address);
  return isIP(plain) === 6 ? `${groupsOf(plain).slice(0, 4).join(":")}::/64` : plain;
}

/** An IPv4 address that a socket shows as IPv6, as IPv4; without a zone. */
function withoutMapping(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "").split("%")[0]!;
}

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): readonly string[] {
  const [head = "", tail] = address.toLowerCase().split("::");
  const groups = (part: string): string[] => (part === "" ? [] : part.split(":").map((group) => group.replace(/^0+(?=.)/, "")));
  const [first, last] = [groups(head), groups(tail ?? "")];
  return tail === undefined ? first : [...first, ...Array<string>(Math.max(0, 8 - first.length - last.length)).fill("0"), ...last];
}
