import type { Page } from "playwright/test";
import { addressOf } from "../support/page-address";
import { statePages } from "../support/state-pages";
import { ADMIN, CUSTOMER, enter, expect, test } from "./journey";

// Each is offline in a browser window of its own.
test.describe.configure({ mode: "parallel" });

const WHO = { nobody: null, customer: CUSTOMER, admin: ADMIN } as const;
const OFFLINE = "You are offline.";

// What cannot be fetched is told to the console by the browser itself.
test.use({ serviceWorkers: "allow", quietConsole: undefined });

async function waitForWorker(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

for (const visitor of ["nobody", "customer", "admin"] as const) {
  test(`offline, every page of ${visitor} opens as the page that says so, and comes back with the line`, async ({
    page,
    context,
  }) => {
    test.setTimeout(120_000);
    const email = WHO[visitor];
    if (email) await enter(page, email);
    await page.goto("/status");
    await waitForWorker(page);
    const pages = statePages(test.info(), visitor);
    const addresses = await Promise.all(pages.map(({ template }) => addressOf(template)));
    await context.setOffline(true);
    for (const address of addresses) {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 }), address).toHaveText(OFFLINE);
    }
    await context.setOffline(false);
    // Nobody presses anything: the page asks for itself.
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(OFFLINE);
  });
}

test("a live page says that it is offline and how old it is, and is live again by itself", async ({
  page,
  context,
}) => {
  await enter(page);
  for (const path of ["/dashboard", "/numbers"]) {
    // Once the stream has said hello there is something to be old.
    const confirmed = page.waitForResponse((answer) => answer.url().includes("/portal/activations"));
    await page.goto(path);
    await confirmed;
    await context.setOffline(true);
    const line = page.getByText(/^Offline\. Last update \d+ s ago\.$/);
    await expect(line.first()).toBeVisible({ timeout: 20_000 });
    await context.setOffline(false);
    await expect(line).toHaveCount(0, { timeout: 20_000 });
  }
});

test("offline, a form says so and keeps what was typed; sent again online it is saved", async ({
  page,
  context,
}) => {
  await enter(page);
  await page.goto("/settings");
  const name = page.getByLabel("Name", { exact: true });
  const before = await name.inputValue();
  await name.fill("Ada of the long line");
  const save = page.getByRole("button", { name: "Save", exact: true });
  await context.setOffline(true);
  await save.click();
  await expect(page.getByRole("alert").filter({ hasText: "No connection." })).toBeVisible();
  await expect(name).toHaveValue("Ada of the long line");
  await context.setOffline(false);
  await save.click();
  await expect(page.getByText("No connection.")).toHaveCount(0);
  await page.reload();
  await expect(name).toHaveValue("Ada of the long line");
  await name.fill(before);
  await save.click();
});

test("offline, a button that acts says that the shop did not answer, and the page stays", async ({
  page,
  context,
}) => {
  await enter(page);
  await page.goto("/numbers?service=whatsapp");
  const rent = page.getByTestId("offer-us").getByRole("button");
  await expect(rent).toBeVisible();
  await context.setOffline(true);
  await rent.click();
  await expect(page.getByText("The service cannot answer just now.", { exact: false }).first()).toBeVisible();
  await expect(page).toHaveURL(/\/numbers\?service=whatsapp/);
  await context.setOffline(false);
  await page.context().clearCookies();
  await enter(page, ADMIN);
  await page.goto("/admin/jobs");
  const run = page.getByRole("button", { name: "Run now" }).first();
  await expect(run).toBeVisible();
  await context.setOffline(true);
  await run.click();
  await expect(page.getByText("The service cannot answer just now.", { exact: false }).first()).toBeVisible();
  await context.setOffline(false);
});
