/**
 * Every German word, joined. One file per area; to add an area, write `lib/messages/<area>.ts`
 * with one `as const` object and name it here.
 */
import { common } from "./common";
import { publicPages } from "./public";

export const de = {
  common,
  publicPages,
} as const;
