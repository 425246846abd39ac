const nextJest = require("next/jest.js");

// One time zone everywhere: a test that passes only in Berlin is a wrong test.
process.env.TZ = "UTC";

const withNext = nextJest({ dir: __dirname });

const project = (displayName, folders, more = {}) =>
  withNext({
    displayName,
    rootDir: __dirname,
    roots: folders.map((folder) => `<rootDir>/${folder}`),
    testEnvironment: "node",
    testMatch: ["**/*.test.ts", "**/*.test.tsx"],
    moduleNameMapper: { "^@/(.*)$": "<rootDir>/$1" },
    modulePathIgnorePatterns: ["<rootDir>/.next/", "<rootDir>/.data/"],
    ...more,
  })();

const existing = (folders) => folders.filter((folder) => require("node:fs").existsSync(`${__dirname}/${folder}`));

module.exports = async () => ({
  // One limit for all: jest knows none per project, and a journey walks for minutes.
  testTimeout: 300_000,
  projects: await Promise.all([
    project("unit", existing(["tests/lib", "tests/emails", "tests/architecture", "tests/scripts"])),
    project("database", existing(["tests/database"])),
    project("journeys", existing(["tests/journeys"])),
    project("security", existing(["tests/security"])),
    project("bench", existing(["tests/bench"])),
  ]),
});
