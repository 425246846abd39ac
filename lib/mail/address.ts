const LONGEST_ADDRESS = 254;
const LONGEST_NAME = 100;
const ADDRESS = /^[A-Za-z0-9_%+'-]+(\.[A-Za-z0-9_%+'-]+)*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/;

/** Whether a text is one plain mail address and nothing beside it: no list, no display name, no quotes, no line break. */
export function isMailAddress(text: string): boolean {
  return text.length <= LONGEST_ADDRESS && text.indexOf("@") <= 64 && ADDRESS.test(text);
}

/** A display name without what steers headers or the direction of writing. */
export function plainName(name: string): string {
  const cleaned = name.normalize("NFC").replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}"<>\\]+/gu, " ").replace(/ +/g, " ").trim();
  return Array.from(cleaned).slice(0, LONGEST_NAME).join("").trim();
}
