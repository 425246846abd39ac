import { fileText, sourceFiles } from "./source";

const sources = [...sourceFiles("app"), ...sourceFiles("lib"), { path: "server.ts", text: fileText("server.ts") }, { path: "proxy.ts", text: fileText("proxy.ts") }];

describe("cookies", () => {
  test("get what protects them in one place: no file but lib/auth/cookies.ts writes a cookie's attributes", () => {
    const writers = sources.filter(({ text }) => /\b(HttpOnly|SameSite|httpOnly|sameSite)\b/.test(text)).map(({ path }) => path);
    expect(writers).toEqual(["lib/auth/cookies.ts"]);
  });

  test("are set only by the door of the forms, by the city's sign-in and by next-auth", () => {
    const setters = sources.filter(({ text }) => /[Ss]et-[Cc]ookie"|\.cookies\.set\(|cookies\(\)\)\.set\(/.test(text)).map(({ path }) => path);
    expect(setters.sort()).toEqual(["app/do/[action]/route.ts", "app/login/city/route.ts", "lib/auth/next-auth.ts"]);
  });
});
