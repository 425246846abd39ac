/** What a house lays out or arranges for one person before a visit. */
export const preparations = ["OLD_CARD", "IDENTITY_PAPER", "LOSS_REPORT", "REPRESENTATIVE_COMES", "REPRESENTATION_PAPER", "COLLECT_AUTHORISATION", "OTHER_AUTHORITY", "BEDSIDE", "DIGITAL_PHOTO", "FEE"] as const;
export type Preparation = (typeof preparations)[number];
