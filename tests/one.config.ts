import { defineConfig, devices } from "playwright/test";
export default defineConfig({
  testDir: "e2e",
  timeout: 45000,
  expect: { timeout: 10000 },
  workers: 1,
  reporter: "list",
  outputDir: ".output/one",
  use: {
    ...devices["Desktop Chrome"],
    baseURL: "http://localhost:3900",
    serviceWorkers: "block",
    launchOptions: { executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] },
    permissions: ["clipboard-read", "clipboard-write"],
    screenshot: "only-on-failure",
  },
});
