/** A value that travels with a form unseen. Several values send several fields of one name. */
export function Hidden({ name, value }: { readonly name: string; readonly value: string | number | readonly string[] }) {
  const values = typeof value === "string" || typeof value === "number" ? [String(value)] : value;
  return (
    <>
      {values.map((one) => (
        <input key={one} type="hidden" name={name} value={one} />
      ))}
    </>
  );
}
