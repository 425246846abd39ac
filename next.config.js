/** @type {import("next").NextConfig} */
module.exports = {
  poweredByHeader: false,
  // What the sources say stays on the server.
  productionBrowserSourceMaps: false,
  compress: true,
  // The image optimiser is an attack surface that a portal without photos does not need.
  images: { unoptimized: true },
  // Types are checked by `npm run check`; the build of a city's server needs no second run.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["pino", "pg", "@prisma/client", "@prisma/adapter-pg", "@simplewebauthn/server", "pdfkit", "fontkit"],
};
