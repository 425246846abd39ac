import nextCoreWebVitals from "eslint-config-next/core-web-vitals";
import nextTypescript from "eslint-config-next/typescript";

const config = [
  { ignores: ["node_modules/**", ".next/**", ".data/**", "prisma/generated/**", "next-env.d.ts"] },
  ...nextCoreWebVitals,
  ...nextTypescript,
  {
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "no-console": "error",
      eqeqeq: ["error", "smart"],
      "prefer-const": "error",
      // Pages are loaded whole: without script they work the same, and nothing of one role's page stays in the browser for the next.
      "@next/next/no-html-link-for-pages": "off",
    },
  },
  { files: ["app/**/*.{ts,tsx}", "lib/**/*.ts", "emails/**/*.ts"], rules: { "no-restricted-syntax": ["error", { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "Only lib/time/clock.ts asks the machine for the time." }, { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: "Only lib/time/clock.ts asks the machine for the time." }, { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: "Randomness comes from node:crypto, or seeded from the caller." }] } },
  { files: ["lib/time/clock.ts"], rules: { "no-restricted-syntax": "off" } },
  { files: ["scripts/**", "prisma/seed/**"], rules: { "no-console": "off" } },
  // `useDatabase` and its kind are test fixtures, not React hooks.
  { files: ["tests/**"], rules: { "react-hooks/rules-of-hooks": "off" } },
  { files: ["*.config.js", "next.config.js"], rules: { "@typescript-eslint/no-require-imports": "off" } },
];

export default config;
