import { clientAddress, dropClaims } from "@/lib/front-door/claims";

const headersOf = (...names: readonly string[]): Record<string, string> => Object.fromEntries(names.map((name) => [name, "1"]));

test("what a client says as the framework, as a proxy or as the door is dropped, and what a browser sends stays", () => {
  const kept = headersOf("host", "cookie", "origin", "content-type", "content-length", "user-agent", "accept", "accept-language", "if-none-match", "sec-fetch-site", "x-requested-with", "referer");
  const headers = {
    ...kept,
    ...headersOf(
      "x-middleware-subrequest", "x-middleware-prefetch", "x-middleware-set-cookie", "x-nextjs-data", "x-invoke-path", "x-matched-path", "x-now-route-matches", "x-rewrite-url", "x-original-url", "x-forwarded-host", "x-forwarded-for", "x-forwarded-proto",
      "forwarded", "x-real-ip", "x-nonce", "content-security-policy", "x-portal-path", "x-portal-address", "x-portal-request", "next-router-state-tree", "next-url", "rsc", "x-http-method-override", "x-vercel-id", "x-prerender-revalidate", "next-router-prefetch", "purpose",
    ),
  };
  dropClaims(headers, false);
  expect(headers).toEqual(kept);
});

test("the development server keeps what it needs to show a change", () => {
  const headers = headersOf("rsc", "next-router-state-tree", "x-middleware-subrequest");
  dropClaims(headers, true);
  expect(Object.keys(headers)).toEqual(["rsc", "next-router-state-tree"]);
});

test("the address is the one that the outermost known proxy saw; what a client claims is not believed", () => {
  expect(clientAddress("::ffff:10.0.0.1", "6.6.6.6", 0)).toBe("10.0.0.1");
  expect(clientAddress("10.0.0.1", "6.6.6.6, 192.0.2.7", 1)).toBe("192.0.2.7");
  expect(clientAddress("10.0.0.1", "6.6.6.6, 192.0.2.7, 10.0.0.2", 2)).toBe("192.0.2.7");
  expect(clientAddress("10.0.0.1", "2001:db8::1", 1)).toBe("2001:db8::1");
  for (const wrong of [undefined, "", "evil\n", "<script>", "192.0.2.7 x"]) expect(clientAddress("10.0.0.1", wrong, 1)).toBe("10.0.0.1");
  expect(clientAddress("10.0.0.1", "192.0.2.7", 2)).toBe("10.0.0.1");
});
