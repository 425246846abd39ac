import { fileText, sourceFiles } from "./source";

const GERMAN = /[äöüÄÖÜß]|\b(und|oder|nicht|bitte|Bitte|Besuch|Koffer|Anfrage|Einrichtung|Termin|heute)\b/;

/** Text between tags, and quoted text with German in it. */
function germanIn(text: string): readonly string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
  const quoted = [...code.matchAll(/"([^"\n]*)"|`([^`]*)`/g)].map((match) => match[1] ?? match[2] ?? "").filter((one) => GERMAN.test(one) && !one.startsWith("@/"));
  const between = [...code.matchAll(/>\s*([^<>{}\n]*[A-Za-zÄÖÜäöüß]{3,}[^<>{}\n]*)\s*<\//g)].map((match) => match[1]!.trim()).filter((one) => /^[A-ZÄÖÜ]/.test(one) && !/[=;()]/.test(one));
  return [...quoted, ...between];
}

describe("language", () => {
  test("German stands in lib/messages alone", () => {
    const files = [...sourceFiles("app"), ...sourceFiles("emails"), ...sourceFiles("lib").filter(({ path }) => !path.startsWith("lib/messages/") && !["lib/env.ts", "lib/db/guards.ts", "lib/auth/demo.ts"].includes(path))];
    const strangers = files.flatMap(({ path, text }) => germanIn(text).filter((one) => !/^§/.test(one)).map((one) => `${path}: ${one}`));
    expect(strangers).toEqual([]);
  });

  test("nothing is left unfinished in the sources", () => {
    const marks = new RegExp(["TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + "CK"].map((mark) => `\\b${mark}\\b`).join("|"));
    const unfinished = ["lib", "app", "emails", "tests", "prisma/seed"].flatMap((folder) => sourceFiles(folder)).filter(({ text }) => marks.test(text)).map(({ path }) => path);
    expect(unfinished).toEqual([]);
  });

  test("the catalogue says Sie, without exclamation marks and without officialese", () => {
    const words = sourceFiles("lib/messages").filter(({ text }) => /\berfolgreich\b|\b[Dd]u\b|\b[Dd]ein\b/.test(text.replace(/\/\*[\s\S]*?\*\//g, ""))).map(({ path }) => path);
    const loud = sourceFiles("lib/messages").flatMap(({ path, text }) => [...text.matchAll(/["`][^"`\n]*[a-zäöüß]!["`\s][^"`\n]*/g)].map((match) => `${path}: ${match[0]}`));
    expect(words).toEqual([]);
    expect(loud).toEqual([]);
  });

  test("no style attribute and no inline script stands in a page", () => {
    const styled = sourceFiles("app").filter(({ path }) => path.endsWith(".tsx")).filter(({ text }) => /\sstyle=|dangerouslySetInnerHTML|<style[\s>]/.test(text)).map(({ path }) => path);
    expect(styled).toEqual([]);
  });

  test("versions are pinned to the digit", () => {
    const { dependencies, devDependencies } = JSON.parse(fileText("package.json")) as Record<"dependencies" | "devDependencies", Record<string, string>>;
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    expect(loose).toEqual([]);
  });
});
