import { action } from "@/app/_shell/action";
import { addParameter, withdrawParameter } from "@/lib/parameters/commands";
import { checkParameter } from "@/lib/parameters/queries";
import { newValueSchema, withdrawParameterSchema } from "@/lib/parameters/schema";
import { resumeDeletion, suspendDeletion } from "@/lib/retention/commands";
import { liftHoldSchema, setHoldSchema } from "@/lib/retention/schema";
import { addMembership, disableUser, enableUser, endMembership, endUserSessions, inviteUser, makeLead } from "@/lib/users/commands";
import { addMembershipSchema, disableUserSchema, enableUserSchema, endMembershipSchema, endUserSessionsSchema, inviteUserSchema, makeLeadSchema } from "@/lib/users/schema";

const parameterFields = { "parameter.notInFuture": "validFrom", "parameter.sameDay": "validFrom", "parameter.unchanged": "value", "parameter.hoursReversed": "value" } as const;

const userPage = ({ id }: { readonly id: string }): string => `/admin/users/${id}`;

/** The forms of the administrator. The data protection officer reads and sends none. */
export const adminActions = {
  "users.invite": action({
    permission: "admin.users.edit",
    fresh: true,
    schema: inviteUserSchema,
    run: inviteUser,
    then: (value) => ({ to: userPage(value), notice: "userInvited" }),
    fieldOf: { "user.addressTaken": "email", "user.facilityNeeded": "facilityId", "user.facilityNotAllowed": "facilityId", "user.staffNeeded": "staffId" },
  }),
  "users.disable": action({
    permission: "admin.users.edit",
    fresh: true,
    schema: disableUserSchema,
    run: disableUser,
    then: (value) => ({ to: userPage(value), notice: "userDisabled" }),
  }),
  "users.endSessions": action({
    permission: "admin.users.edit",
    schema: endUserSessionsSchema,
    run: endUserSessions,
    then: (value) => ({ to: userPage(value), notice: "userSessionsEnded" }),
  }),
  "users.enable": action({
    permission: "admin.users.edit",
    fresh: true,
    schema: enableUserSchema,
    run: enableUser,
    then: (value) => ({ to: userPage(value), notice: "userEnabled" }),
  }),
  "users.addRole": action({
    permission: "admin.users.edit",
    fresh: true,
    schema: addMembershipSchema,
    run: addMembership,
    then: (value) => ({ to: userPage(value), notice: "membershipChanged" }),
    fieldOf: { "user.facilityNeeded": "facilityId", "user.facilityNotAllowed": "facilityId" },
  }),
  "users.endRole": action({
    permission: "admin.users.edit",
    fresh: true,
    schema: endMembershipSchema,
    run: endMembership,
    then: (value) => ({ to: userPage(value), notice: "membershipChanged" }),
  }),
  "users.makeLead": action({
    permission: "admin.users.edit",
    fresh: true,
    schema: makeLeadSchema,
    run: makeLead,
    then: (value) => ({ to: userPage(value), notice: "leadSet" }),
  }),
  "holds.set": action({
    permission: "admin.holds.edit",
    fresh: true,
    schema: setHoldSchema,
    run: suspendDeletion,
    then: () => ({ to: "/admin/retention", notice: "holdSet" }),
    fieldOf: { "hold.inThePast": "untilOn", "hold.tooLong": "untilOn" },
  }),
  "holds.lift": action({
    permission: "admin.holds.edit",
    fresh: true,
    schema: liftHoldSchema,
    run: resumeDeletion,
    then: () => ({ to: "/admin/retention", notice: "holdLifted" }),
  }),
  "parameters.check": action({
    permission: "admin.parameters.edit",
    schema: newValueSchema,
    run: checkParameter,
    then: ({ key, typed, validFrom, source, note }) => ({ to: `/admin/parameters/check?${new URLSearchParams({ key, value: typed, validFrom, source, note })}` }),
    fieldOf: parameterFields,
  }),
  "parameters.add": action({
    permission: "admin.parameters.edit",
    fresh: true,
    schema: newValueSchema,
    run: addParameter,
    then: () => ({ to: "/admin/parameters", notice: "parameterAdded" }),
  }),
  "parameters.withdraw": action({
    permission: "admin.parameters.edit",
    fresh: true,
    schema: withdrawParameterSchema,
    run: withdrawParameter,
    then: () => ({ to: "/admin/parameters", notice: "parameterWithdrawn" }),
  }),
} as const;
