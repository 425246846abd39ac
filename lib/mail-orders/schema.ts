import { z } from "zod";
import { id } from "@/lib/forms/fields";

export const resendMailSchema = z.strictObject({ id: id() });
