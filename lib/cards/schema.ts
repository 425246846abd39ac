import { z } from "zod";
import { collectionWays, oldCards } from "@/lib/cards/types";
import { choice, id, ids } from "@/lib/forms/fields";

export const recordArrivalsSchema = z.strictObject({ cards: ids() });
export const recordCollectionSchema = z.strictObject({ card: id(), way: choice(collectionWays), oldCard: choice(oldCards) });
