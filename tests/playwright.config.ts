import { defineConfig, devices } from "playwright/test";
import { drivenBrowserArguments, findBrowser } from "../scripts/browser.mjs";
import { freePort } from "../scripts/postgres/server.mjs";

/** Chosen once, by the first process that reads this file; the workers inherit it. */
process.env.PATCHBAY_TEST_PORT ??= String(await freePort());
const origin = `http://localhost:${process.env.PATCHBAY_TEST_PORT}`;

const MINUTE = 60_000;

export default defineConfig({
  testDir: "e2e",
  outputDir: ".output/e2e",
  // What passes is quick; a busy machine may take its time.
  timeout: 3 * MINUTE,
  expect: { timeout: 30_000 },
  workers: 4,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // What passed only then is named by `npm test`.
  retries: process.env.CI ? 1 : 0,
  reporter: "list",
  use: {
    baseURL: origin,
    actionTimeout: 30_000,
    navigationTimeout: 30_000,
    // Recording costs about a quarter of the run; where a person looks it is worth that.
    trace: process.env.CI ? "off" : "retain-on-failure",
    // A worker would answer before the tests' own routes; the test of the offline page lets it in.
    serviceWorkers: "block",
    timezoneId: "Asia/Kathmandu",
    permissions: ["clipboard-read", "clipboard-write"],
    launchOptions: { executablePath: findBrowser() ?? undefined, args: drivenBrowserArguments() },
  },
  projects: [
    { name: "examples", testDir: "support", testMatch: /examples\.setup\.ts/ },
    {
      name: "desktop",
      testIgnore: /(?:time|pages|support-role|quiet-log|page-states.*)\.spec/,
      use: { ...devices["Desktop Chrome"] },
    },
    {
      name: "pages",
      testMatch: /(?:pages|support-role)\.spec/,
      dependencies: ["examples"],
      use: { ...devices["Desktop Chrome"] },
    },
    // Moves business time for everybody, so it comes last.
    {
      name: "time",
      testMatch: /time\.spec/,
      dependencies: ["desktop", "pages"],
      use: { ...devices["Desktop Chrome"] },
    },
    { name: "log", testMatch: /quiet-log\.spec/, dependencies: ["time"] },
    // They break and at last empty the shop, one page after the other; `npm run check:states` does so with every page.
    {
      name: "page states",
      testMatch: /page-states-(?:lists|offline|reading)\.spec/,
      grep: /the table|every (?:page|list|public page)/,
      dependencies: ["log"],
      metadata: { sample: true },
      workers: 1,
      use: { ...devices["Desktop Chrome"] },
    },
    {
      name: "bare pages",
      testMatch: /page-states-bare\.spec/,
      dependencies: ["page states"],
      metadata: { sample: true },
      use: { ...devices["Desktop Chrome"] },
    },
  ],
  webServer: {
    command: "node tests/support/launch-product.mjs",
    cwd: "..",
    url: `${origin}/api/health/ready`,
    timeout: 3 * MINUTE,
    stdout: "ignore",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
  },
});
