import { z } from "zod";
import { ROLES } from "@/lib/auth/types";
import { choice, email, id, line, optionalId, version } from "@/lib/forms/fields";

export const inviteUserSchema = z.strictObject({ email: email(), displayName: line(120), role: choice(ROLES), facilityId: optionalId(), staffId: optionalId() });
export const disableUserSchema = z.strictObject({ id: id(), version: version() });
export const endUserSessionsSchema = z.strictObject({ id: id(), version: version() });
export const enableUserSchema = z.strictObject({ id: id(), version: version() });
export const addMembershipSchema = z.strictObject({ id: id(), version: version(), role: choice(ROLES), facilityId: optionalId() });
export const endMembershipSchema = z.strictObject({ id: id(), version: version(), membershipId: id() });
export const makeLeadSchema = z.strictObject({ id: id(), version: version(), membershipId: id() });
