import base from "./playwright.config";

/** Every page in every language, theme and width: `npm run check:pages`. */
export default {
  ...base,
  // What fails is on the sheets; recording would cost a quarter of the time.
  use: { ...base.use, trace: "off" },
  testDir: "check-pages",
  outputDir: ".output/check-pages-traces",
  fullyParallel: true,
  projects: [
    { name: "examples", testDir: "support", testMatch: /examples\.setup\.ts/ },
    { name: "pages", dependencies: ["examples"] },
  ],
};
