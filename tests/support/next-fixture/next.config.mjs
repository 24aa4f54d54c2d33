import { fileURLToPath } from "node:url";

/** The dependencies are the project's, three folders up. */
const root = fileURLToPath(new URL("../../..", import.meta.url));

export default {
  turbopack: { root },
  outputFileTracingRoot: root,
  // Nobody moves this build elsewhere: finding every file it would need there takes longer than all the rest.
  outputFileTracingExcludes: { "*": ["**/*"], "next-server": ["**/*"], "next-minimal-server": ["**/*"] },
  typescript: { ignoreBuildErrors: true },
  // Built once and asked a few times: nothing here is worth making small or keeping.
  webpack: (config) => ({
    ...config,
    cache: false,
    optimization: { ...config.optimization, minimize: false },
  }),
  experimental: { cpus: 1, serverMinification: false, webpackBuildWorker: false },
};
