import { z } from "zod";
import { choice, id, optionalText, version } from "@/lib/forms/fields";
import { declineReasons, questionReasons } from "@/lib/requests/types";

export const acceptRequestSchema = z.strictObject({ id: id(), version: version() });
export const questionRequestSchema = z.strictObject({ id: id(), version: version(), reason: choice(questionReasons), note: optionalText() });
export const declineRequestSchema = z.strictObject({ id: id(), version: version(), reason: choice(declineReasons), note: optionalText() });
export const settleCaseSchema = z.strictObject({ id: id(), version: version() });
