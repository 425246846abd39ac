import { schemaInput, valuesOf } from "@/lib/forms/read";

const inputOf = (...fields: readonly (readonly [string, string])[]) => {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return schemaInput(valuesOf(form));
};

test("umlauts and line ends have one spelling", () => {
  expect({ ...inputOf(["a", "u\u0308"], ["b", "x\r\ny\rz"]) }).toEqual({ a: "ü", b: "x\ny\nz" });
});

test("the three parts of a date are one date", () => {
  expect({ ...inputOf(["born.day", "3"], ["born.month", "12"], ["born.year", "1940"]) }).toEqual({ born: "1940-12-03" });
  expect({ ...inputOf(["born.day", ""], ["born.month", ""], ["born.year", ""]) }).toEqual({ born: "" });
});

test("a date that is given twice or in two ways is not quietly made one of them", () => {
  expect(inputOf(["born.day", "3"], ["born.day", "4"], ["born.month", "12"], ["born.year", "1940"]).born).toEqual(["3", "4", "12", "1940"]);
  expect(inputOf(["born", "1940-01-01"], ["born.day", "3"], ["born.month", "12"], ["born.year", "1940"]).born).toEqual(["1940-01-01", "3", "12", "1940"]);
  expect(inputOf(["born.year", "1940"], ["born.month", "12"], ["born.day", "3"], ["born", "1940-01-01"]).born).toEqual(["1940-01-01", "3", "12", "1940"]);
});

test("names of the language itself are names like any other", () => {
  const input = inputOf(["__proto__", "1"], ["constructor", "2"], ["__proto__.day", "3"], ["toString", "4"]);
  expect(Object.getPrototypeOf(input)).toBeNull();
  expect(({} as Record<string, unknown>).day).toBeUndefined();
  expect(Object.keys(input)).toEqual(expect.arrayContaining(["__proto__", "constructor", "toString"]));
});
