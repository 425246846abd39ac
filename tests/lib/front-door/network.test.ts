import fc from "fast-check";
import { networkOf, readProxies } from "@/lib/front-door/network";

describe("the network of an address", () => {
  test.each([
    ["192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::1", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["", ""],
  ])("of %p is %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  test("is the same for every address of one household's IPv6 network", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff), { minLength: 8, maxLength: 8 }), fc.array(fc.nat(0xffff), { minLength: 4, maxLength: 4 }), (groups, others) => {
        const text = (parts: readonly number[]): string => parts.map((part) => part.toString(16)).join(":");
        return networkOf(text(groups)) === networkOf(text([...groups.slice(0, 4), ...others]));
      }),
    );
  });
});

describe("the proxies that are believed", () => {
  const proxies = readProxies("10.0.0.0/8, 192.0.2.1, fd00::/8 , ::1")!;

  test.each(["10.1.2.3", "::ffff:10.1.2.3", "192.0.2.1", "fd12::1", "::1"])("%s is one", (address) => {
    expect(proxies.check(address)).toBe(true);
  });

  test.each(["11.0.0.1", "192.0.2.2", "2001:db8::1", "::2", "", "10.0.0.1.evil", "unknown"])("%p is none", (address) => {
    expect(proxies.check(address)).toBe(false);
  });

  test("nobody is, where the list is empty", () => {
    expect(readProxies("")!.check("127.0.0.1")).toBe(false);
  });

  test.each(["10.0.0.0/33", "10.0.0", "proxy.example", "fd00::/129", "10.0.0.0/8/8", "10.0.0.0/x"])("%s is no such list", (text) => {
    expect(readProxies(text)).toBeNull();
  });
});
