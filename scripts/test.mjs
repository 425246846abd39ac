// `npm test`: nothing may be imported from here that an old Node cannot read or that is not installed yet.
import { nodeSentence } from "./setup/node-version.mjs";

var sentence = nodeSentence(process.versions.node);
if (sentence) {
  console.error(sentence);
  process.exitCode = 1;
} else {
  import("./test/suite.mjs").then(function (suite) {
    return suite.main(process.argv.slice(2));
  });
}
