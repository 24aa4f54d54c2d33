import { expect, test } from "./journey";

test("a visitor finds a number on the landing page and reaches signing up with the choice kept", async ({
  page,
}) => {
  await page.goto("/");
  await page.getByRole("searchbox").fill("wa br");
  await page.getByRole("button", { name: "Find a number" }).click();
  await expect(page).toHaveURL(/\/\?q=wa(?:\+|%20)br$/);
  const board = page.getByRole("region", { name: "The board" });
  await expect(board.getByRole("heading", { name: "WhatsApp" })).toBeVisible();
  await board
    .getByRole("link", { name: /Brazil/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/sign-up\?/);
  const back = new URL(page.url()).searchParams.get("back");
  expect(back).toBe("/numbers?service=whatsapp&country=BR");
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the board and the price list are searched", async ({ page }) => {
    await page.goto("/fa");
    await page.getByRole("searchbox").fill("برزيل");
    await page.getByRole("searchbox").press("Enter");
    await expect(page).toHaveURL(/\/fa\?q=/);
    await expect(page.getByRole("link", { name: /برزیل/ }).first()).toBeVisible();
    await page.goto("/pricing");
    await page.getByRole("searchbox").fill("carrier pigeon");
    await page.getByRole("searchbox").press("Enter");
    await expect(page.getByText("Nothing matches")).toBeVisible();
    await page.getByRole("link", { name: "Clear filters" }).first().click();
    await expect(page.getByRole("table")).toBeVisible();
    await page.getByRole("link", { name: "Price", exact: true }).click();
    await expect(page).toHaveURL(/sort=price/);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(page.getByRole("link", { name: "CSV" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Columns" })).toBeHidden();
    await page.getByLabel("Sort by").selectOption("↓ Price");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page).toHaveURL(/sort=-price/);
  });
});

test("on a phone, which shows no headings to press, a list is sorted by a field", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/pricing?search=brazil");
  const order = page.getByLabel("Sort by");
  for (const [choice, address] of [
    ["↑ App", /search=brazil&sort=service$/],
    ["↓ Price", /search=brazil&sort=-price$/],
  ] as const) {
    await order.selectOption(choice);
    await expect(page).toHaveURL(address);
  }
  const prices = (await page.getByText(/^\$\d/).allTextContents()).map((text) => Number(text.slice(1)));
  expect(prices.length).toBeGreaterThan(5);
  expect(prices).toEqual(prices.toSorted((a, b) => b - a));
  await page.goBack();
  await expect(order).toHaveValue("service");
});

test("the public pages name their own address and the other languages", async ({ page }) => {
  for (const path of [
    "/pricing",
    "/pricing/vpn",
    "/refunds",
    "/status",
    "/developers",
    "/legal/terms",
    "/legal/imprint",
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const canonical = page.locator('link[rel="canonical"]');
    await expect(canonical).toHaveAttribute("href", new RegExp(`${path}$`));
    await expect(page.locator('link[rel="alternate"][hreflang="fa"]')).toHaveCount(1);
  }
});

test("an unknown page is a 404 with a way on", async ({ page, request }) => {
  expect((await request.get("/legal/nothing")).status()).toBe(404);
  expect((await request.get("/fa/nowhere")).status()).toBe(404);
  const sitemap = await (await request.get("/sitemap.xml")).text();
  expect(sitemap).toContain("/pt-BR/pricing");
  await page.goto("/robots.txt");
  await expect(page.locator("body")).toContainText("Sitemap:");
});

test.describe("a tab that is older than the shop", () => {
  // A script that is gone is told to the console, too.
  test.use({ quietConsole: undefined });

  test("reads itself anew once when its scripts are gone, and then says that it failed", async ({ page }) => {
    const choices = page.getByRole("button", { name: /^Language and appearance/ });
    const press = () => expect(() => choices.click({ timeout: 1_000 })).toPass();
    await page.goto("/refunds");
    await page.evaluate(() => Reflect.set(window, "isOlder", true));
    await page.route("**/_next/static/chunks/**", (route) => route.fulfill({ status: 404 }));
    const isAnew = page.waitForEvent("domcontentloaded");
    await choices.click();
    await isAnew;
    await page.unroute("**/_next/static/chunks/**");
    await page.reload();
    await page.route("**/_next/static/chunks/**", (route) => route.fulfill({ status: 404 }));
    await press();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This page could not be shown.");
  });
});

test.describe("offline", () => {
  test.use({ serviceWorkers: "allow", quietConsole: undefined });

  test("the worker shows its own page in the page's language, and nothing private is kept", async ({
    page,
    context,
  }) => {
    await page.goto("/fa/pricing");
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return lists.flat().map((request) => new URL(request.url).pathname);
    });
    expect(kept.sort()).toEqual(["/offline/en", "/offline/fa", "/offline/pt-BR"]);
    await context.setOffline(true);
    await page.goto("/fa/status");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("آفلاین هستید.");
    await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
    // Back by itself, as soon as there is a connection.
    await context.setOffline(false);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("وضعیت");
  });
});
