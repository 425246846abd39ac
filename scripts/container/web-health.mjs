import { endByAnswerOf } from "./answers-ok.mjs";

endByAnswerOf(`http://127.0.0.1:${process.env.PORT || 3000}/api/health/live`);
