/** A vehicle of the fleet as planning sees it. */
export type Vehicle = { readonly id: string; readonly label: string; readonly plate: string; readonly isActive: boolean };
