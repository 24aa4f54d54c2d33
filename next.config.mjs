import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import createNextIntlPlugin from "next-intl/plugin";

const root = dirname(fileURLToPath(import.meta.url));
const withNextIntl = createNextIntlPlugin("./lib/loaders/intl-request.ts");

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The optimizer is not used, and it has been a way in.
  images: { unoptimized: true },
  outputFileTracingRoot: root,
  turbopack: {
    root,
    // The browser gets sentences that the server has parsed, and so no parser (lib/i18n/browser-messages.ts).
    resolveAlias: {
      "use-intl/format-message": {
        browser: "./node_modules/use-intl/dist/esm/production/format-message/format-only.js",
        default: "./lib/i18n/format-message.ts",
      },
    },
  },
  // The product runs from this folder: what each page would need elsewhere is not looked for.
  outputFileTracingExcludes: { "*": ["**/*"], "next-server": ["**/*"], "next-minimal-server": ["**/*"] },
  // A machine of CI builds once, and starts what it built a dozen times: each start would read sixty megabytes of maps.
  experimental: {
    turbopackFileSystemCacheForBuild: !process.env.CI,
    turbopackSourceMaps: !process.env.CI,
  },
  // Types are checked by their own stage.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "pg",
    "pg-boss",
    "pino",
    "twilio",
    "ioredis",
    "prom-client",
    "nodemailer",
    "bcryptjs",
    "@prisma/adapter-pg",
    "@prisma/client",
  ],
};

export default withNextIntl(config);
