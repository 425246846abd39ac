import type { Contact } from "@/app/_ui/site-footer";
import { env } from "@/lib/env";

/** How the office is reached, wherever a page says so: as the server was set up, not as the demo calls it. */
export function officeContact(): Contact {
  return { phone: env().officePhone, mail: env().officeEmail };
}
