/**
 * Every German word in one place, one line per area. To add an area, write `lib/messages/<area>.ts` with `as const` objects and name it here.
 * Pages and mails import the area's own file.
 */
export * as audit from "./audit";
export * as colleagues from "./colleagues";
export * as common from "./common";
export * as facility from "./facility";
export * as facilityPersons from "./facility-persons";
export * as facilityRequests from "./facility-requests";
export * as factors from "./factors";
export * as field from "./field";
export * as format from "./format";
export * as forms from "./forms";
export * as gate from "./gate";
export * as keys from "./keys";
export * as labels from "./labels";
export * as law from "./law";
export * as login from "./login";
export * as mailLog from "./mail-log";
export * as mails from "./mails";
export * as navigation from "./navigation";
export * as notices from "./notices";
export * as office from "./office";
export * as plain from "./plain";
export * as planning from "./planning";
export * as privacyNotice from "./privacy-notice";
export * as privacyRecord from "./privacy-record";
export * as publicPages from "./public";
export * as refusals from "./refusals";
export * as retention from "./retention";
export * as releases from "./releases";
export * as timeLeft from "./time-left";
export * as review from "./review";
export * as rosterImports from "./roster-imports";
export * as roles from "./roles";
