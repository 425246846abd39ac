/** A KERN icon: decoration only, the words beside it carry the meaning. */
export type IconName =
  | "add" | "arrow-back" | "arrow-forward" | "autorenew" | "calendar-today" | "check" | "checklist" | "chevron-left" | "chevron-right"
  | "close" | "danger" | "delete" | "download" | "draft" | "easy-language" | "edit" | "help" | "home" | "info" | "language" | "logout"
  | "mail" | "open-in-new" | "search" | "sign-language" | "success" | "visibility" | "warning" | "account-circle";

export function Icon({ name, size = "default" }: { readonly name: IconName; readonly size?: "small" | "default" | "large" }) {
  return <span className={`kern-icon kern-icon--${name} kern-icon--${size}`} aria-hidden="true" />;
}
