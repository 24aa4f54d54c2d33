import { devices } from "playwright/test";
import base from "./playwright.config";

const use = { ...devices["Desktop Chrome"] };

/**
 * Every page while it is read, when it cannot be, offline, and in an empty shop: `npm run check:states`. Tables are held and
 * emptied, which every other journey would feel, so it has a product of its own.
 */
export default {
  ...base,
  outputDir: ".output/page-states",
  projects: [
    { name: "examples", testDir: "support", testMatch: /examples\.setup\.ts/, use },
    {
      name: "page states",
      testMatch: /page-states-(?:lists|offline)\.spec/,
      dependencies: ["examples"],
      use,
    },
    // A held table is felt by whoever looks meanwhile: nobody else does.
    { name: "unread pages", testMatch: /page-states-reading\.spec/, dependencies: ["page states"], use },
    // Nothing is left for anybody afterwards.
    { name: "bare pages", testMatch: /page-states-bare\.spec/, dependencies: ["unread pages"], use },
  ],
};
