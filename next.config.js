/** Headers that hold for every answer; the Content-Security-Policy with its nonce comes from proxy.ts. */
const securityHeaders = [
  { key: "Strict-Transport-Security", value: "max-age=31536000; includeSubDomains" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=(), usb=()" },
];

/** @type {import("next").NextConfig} */
module.exports = {
  poweredByHeader: false,
  compress: true,
  // The image optimiser is an attack surface that a portal without photos does not need.
  images: { unoptimized: true },
  // Types are checked by `npm run check`; the build of a city's server needs no second run.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["pino", "pg", "@prisma/client", "@prisma/adapter-pg"],
  headers: async () => [{ source: "/:path*", headers: securityHeaders }],
};
