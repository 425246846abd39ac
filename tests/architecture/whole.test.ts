import { renderToStaticMarkup } from "react-dom/server";
import { whole } from "@/app/_ui/whole";

const shown = (text: string): string => renderToStaticMarkup(whole(text));
const kept = (text: string): readonly string[] => [...shown(text).matchAll(/<span class="bk-whole">([^<]*)<\/span>/g)].map(([, part]) => part!);

/** Everything that a line could part and a person reads as one. */
test.each([
  ["schon in Anfrage A-C64Z56", ["A-C64Z56"]],
  ["B-53MYQH, T-3Y78ZB", ["B-53MYQH", "T-3Y78ZB"]],
  ["Fingerabdruckscanner BK-1F39-4: defekt", ["BK-1F39-4"]],
  ["Lena Buschmann, 0231 000-1268", ["0231 000-1268"]],
  ["Do, 3. Dezember 2026, 9:00–9:40 Uhr", ["3. Dezember", "9:00–9:40 Uhr"]],
  ["§ 8 Abs. 1 PAuswG", ["§ 8 Abs. 1"]],
  ["JVollzDSG NRW §§ 21, 22", ["§§ 21"]],
  ["52,00 € (Foto: 6,00 €)", ["52,00 €", "6,00 €"]],
])("no line parts what is read as one: %s", (text, parts) => {
  expect(kept(text)).toEqual(parts);
});

test("the text itself stays, to be copied and found", () => {
  const text = "Besuch B-53MYQH am Do, 3. Dezember 2026, 9:00 Uhr";
  expect(shown(text).replace(/<[^>]*>/g, "")).toBe(text);
});

test("an address that must break does so behind its @", () => {
  expect(shown("verwaltung@ostgarten.example")).toBe("<span>verwaltung@<wbr/>ostgarten.example</span>");
});

test("what holds nothing of it stays as it is", () => {
  for (const plain of ["Haus Lindenblick", "", "3 Personen", null, 7]) expect(whole(plain)).toBe(plain);
});
