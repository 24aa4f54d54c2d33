import { fileURLToPath } from "node:url";

/** The dependencies are the project's, three folders up. */
const root = fileURLToPath(new URL("../../..", import.meta.url));

export default {
  turbopack: { root },
  outputFileTracingRoot: root,
  // Nobody moves this build elsewhere: finding every file it would need there takes longer than all the rest.
  outputFileTracingExcludes: { "*": ["**/*"], "next-server": ["**/*"], "next-minimal-server": ["**/*"] },
  typescript: { ignoreBuildErrors: true },
  experimental: { cpus: 1 },
};
