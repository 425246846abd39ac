// `npm run test:security`: the security step of `npm test` in its full size, with one figure a line. Nothing may be imported from here that an old Node
// cannot read or that is not installed yet.
import { nodeSentence } from "./setup/node-version.mjs";

var sentence = nodeSentence(process.versions.node);
if (sentence) {
  console.error(sentence);
  process.exitCode = 1;
} else {
  process.env.SECURITY_SIZE = "full";
  import("./test/suite.mjs").then(function (suite) {
    return suite.main(["--only", "security"]);
  });
}
