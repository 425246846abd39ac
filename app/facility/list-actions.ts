import { action } from "@/app/_shell/action";
import { dropList, readList, takeList } from "@/lib/roster-imports/commands";
import { dropListSchema, readListSchema, takeListSchema } from "@/lib/roster-imports/schema";

const FILE = "file";

/** The forms about lists of people. */
export const listActions = {
  "lists.read": action({
    permission: "facility.residents.edit",
    schema: readListSchema,
    run: readList,
    then: ({ id }) => ({ to: `/facility/residents/import/${id}` }),
    fieldOf: {
      "import.noFile": FILE,
      "import.file": FILE,
      "import.quoteOpen": FILE,
      "import.tooManyRows": FILE,
      "import.noSheet": FILE,
      "import.empty": FILE,
      "import.columnsMissing": FILE,
      "import.columnTwice": FILE,
    },
  }),
  "lists.take": action({
    permission: "facility.residents.edit",
    schema: takeListSchema,
    run: takeList,
    then: ({ added }) => ({ to: "/facility/residents", notice: added > 0 ? "listTaken" : "listConfirmed" }),
    fieldOf: { "import.similarUnanswered": "areOthers" },
  }),
  "lists.drop": action({
    permission: "facility.residents.edit",
    schema: dropListSchema,
    run: dropList,
    then: () => ({ to: "/facility/residents/import", notice: "listDropped" }),
  }),
} as const;
