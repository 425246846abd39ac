import { ownPath } from "@/app/_shell/current";

test("a way back is a path of this portal", () => {
  expect(["/", "/facility", "/facility/residents?search=a%20b&page=2", "/login/code?next=%2Ffacility", "/a/../facility"].map(ownPath)).toEqual(["/", "/facility", "/facility/residents?search=a%20b&page=2", "/login/code?next=%2Ffacility", "/facility"]);
});

test.each(["https://evil.example", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "/x/..//evil.example", "/.//evil.example", "/%2e//evil.example", "/x/%2e%2e//evil.example", "/a/b/..\\..//evil.example", "javascript:alert(1)", "data:text/html,x", "evil.example", "", "/\t/evil.example", "/\n/evil.example", " /facility", "/fäcility", null, undefined, 7, ["/facility"]])("%j leads nowhere", (value) => {
  expect(ownPath(value)).toBeNull();
});
