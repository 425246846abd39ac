import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import { ROOT } from "./packages";

/** A regular expression of the sources, where it stands; `source` is null for one that is put together at run time. */
export type Pattern = { readonly place: string; readonly source: string | null; readonly flags: string };

const FOLDERS = ["app", "lib", "emails", "scripts", "prisma/seed"];
const SINGLE_FILES = ["server.ts", "proxy.ts", "worker.ts", "next.config.js"];

/** Every regular expression of what runs in production, read from the syntax tree and not with another expression. */
export function patternsOfSources(): readonly Pattern[] {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(?:tsx?|mjs|js)$/.test(file))
      .map((file) => join(folder, file)),
  );
  return [...files, ...SINGLE_FILES].flatMap((file) => patternsIn(relative(ROOT, join(ROOT, file)), readFileSync(join(ROOT, file), "utf8")));
}

function patternsIn(file: string, text: string): readonly Pattern[] {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Pattern[] = [];
  const visit = (node: ts.Node): void => {
    const place = `${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      found.push({ place, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    } else if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === "RegExp") {
      const [first, second] = node.arguments ?? [];
      const isFixed = first !== undefined && ts.isStringLiteralLike(first);
      found.push({ place, source: isFixed ? first.text : null, flags: second && ts.isStringLiteralLike(second) ? second.text : "" });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}
