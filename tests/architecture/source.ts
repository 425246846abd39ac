import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

const ROOT = join(__dirname, "../..");

export type SourceFile = { readonly path: string; readonly text: string; readonly imports: readonly string[] };

const IMPORT = /(?:^|\n)\s*(?:import|export)\s+(?:type\s+)?(?:[\w*{][^;"']*?\sfrom\s+)?["']([^"']+)["']/g;

/** Every TypeScript file below a folder, with the modules it imports; relative imports are resolved to "@/…". */
export function sourceFiles(folder: string): readonly SourceFile[] {
  return filesBelow(join(ROOT, folder))
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => {
      const path = relative(ROOT, file).split(sep).join("/");
      const text = readFileSync(file, "utf8");
      return { path, text, imports: [...text.matchAll(IMPORT)].map((match) => absolute(path, match[1]!)) };
    });
}

/** A text file of the project. */
export function fileText(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]));
}

function absolute(from: string, target: string): string {
  if (!target.startsWith(".")) return target;
  const parts = from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") parts.pop();
    else if (step !== ".") parts.push(step);
  }
  return `@/${parts.join("/")}`;
}
