import { attackTheAnswers } from "./attacks/answers";
import { attackTheContent } from "./attacks/content";
import { attackTheDoor } from "./attacks/door";
import { attackTheEntry } from "./attacks/entry";
import { attackTheFailures } from "./attacks/failures";
import { attackTheQueries } from "./attacks/queries";
import { attackTheReach } from "./attacks/reach";
import { attackTheRest } from "./attacks/rest";
import { useGround } from "./attacks/ground";

// One portal for all of them: it is the same one that a city would run, and starting it takes longer than most attacks.
const ground = useGround();

describe("the door", () => attackTheDoor(ground));
describe("the answers", () => attackTheAnswers(ground));
describe("the reach", () => attackTheReach(ground));
describe("the content", () => attackTheContent(ground));
describe("the queries", () => attackTheQueries(ground));
describe("the entry", () => attackTheEntry(ground));
describe("the rest", () => attackTheRest(ground));
describe("the failures", () => attackTheFailures(ground));
