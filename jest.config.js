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
  projects: await Promise.all([
    project("unit", existing(["tests/lib", "tests/emails", "tests/architecture", "tests/scripts"])),
    project("database", existing(["tests/database"]), { testTimeout: 60_000 }),
    project("journeys", existing(["tests/journeys"]), { testTimeout: 300_000 }),
  ]),
});
