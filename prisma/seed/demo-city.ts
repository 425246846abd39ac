import type { CivilDate } from "@/lib/time/calendar";
import type { Rows } from "@/tests/builders/store";
import { foundCity } from "./city";
import { tellStory } from "./story";

/** Every row of the demo city as it stands on a day, before that day has begun: the same day always gives the same city. Asks no clock. */
export function demoCity(today: CivilDate): Rows {
  const city = foundCity(today);
  tellStory(city);
  const { mailOrder, auditEntry } = city.rows;
  mailOrder.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  auditEntry.sort((a, b) => a.at.getTime() - b.at.getTime());
  return city.rows;
}
