import { fileURLToPath } from "node:url";

/** The dependencies are the project's, three folders up. */
const root = fileURLToPath(new URL("../../..", import.meta.url));

export default { turbopack: { root }, outputFileTracingRoot: root, typescript: { ignoreBuildErrors: true } };
