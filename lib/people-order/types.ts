/** Where somebody goes in the order of a visit: one place towards the beginning or the end. */
export const directions = ["EARLIER", "LATER"] as const;
export type Direction = (typeof directions)[number];

export type OrderRefusal = { readonly code: "order.noFurther" };
