import { z } from "zod";
import { id } from "@/lib/forms/fields";

export const askResetSchema = z.strictObject({ userId: id() });
export const decideResetSchema = z.strictObject({ id: id() });
