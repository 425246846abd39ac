import { endByAnswerOf } from "./answers-ok.mjs";

endByAnswerOf(`http://127.0.0.1:${process.env.MAILBOX_PORT || 1080}/api/messages`);
