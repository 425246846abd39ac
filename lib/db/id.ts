const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text from an address or a form has the shape of a row's id; the database would answer anything else with an error. */
export function isId(text: string | undefined): text is string {
  return text !== undefined && UUID.test(text);
}
