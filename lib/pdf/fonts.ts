import { readFileSync } from "node:fs";
import { join } from "node:path";
import { create, type Font } from "fontkit";

/** The scripts in which a name may stand, the usual one first; each is a file of its own. */
const SCRIPTS = ["latin", "latin-ext", "vietnamese", "cyrillic", "cyrillic-ext", "greek"] as const;
const WEIGHTS = { regular: 400, bold: 600 } as const;

export type Weight = keyof typeof WEIGHTS;
export type Face = { readonly name: string; readonly file: Buffer; readonly has: (codePoint: number) => boolean };
/** A piece of a text that one file can show. */
export type Run = { readonly face: string; readonly text: string };

const FOLDER = "node_modules/@fontsource/fira-sans/files";
const known = new Map<Weight, readonly Face[]>();

/** The files of one weight, read once. The portal runs in the folder in which it was installed. */
function facesOf(weight: Weight): readonly Face[] {
  const before = known.get(weight);
  if (before) return before;
  const faces = SCRIPTS.map((script): Face => {
    const name = `fira-sans-${script}-${WEIGHTS[weight]}-normal`;
    const file = readFileSync(join(process.cwd(), FOLDER, `${name}.woff`));
    const font = create(file) as Font;
    return { name, file, has: (codePoint) => font.hasGlyphForCodePoint(codePoint) };
  });
  known.set(weight, faces);
  return faces;
}

/** Every file that a document may need, the usual one first; a document holds only the signs that stand in it. */
export function everyFace(): readonly Face[] {
  return [...facesOf("regular"), ...facesOf("bold")];
}

/** The text cut where the next sign stands in another file. A sign that no file has is shown by the usual one as missing. */
export function runsOf(text: string, weight: Weight): readonly Run[] {
  const faces = facesOf(weight);
  const runs: { readonly face: Face; text: string }[] = [];
  for (const sign of text) {
    const has = (face: Face): boolean => face.has(sign.codePointAt(0)!);
    const last = runs.at(-1);
    const face = last && has(last.face) ? last.face : (faces.find(has) ?? faces[0]!);
    if (last?.face === face) last.text += sign;
    else runs.push({ face, text: sign });
  }
  return runs.map(({ face, text: part }) => ({ face: face.name, text: part }));
}
