import { z } from "zod";
import { email, id, line } from "@/lib/forms/fields";

export const inviteColleagueSchema = z.strictObject({ name: line(120), email: email() });
/** One colleague, by the membership. */
export const colleagueSchema = z.strictObject({ id: id() });

export type InviteColleagueInput = z.output<typeof inviteColleagueSchema>;
export type ColleagueInput = z.output<typeof colleagueSchema>;
