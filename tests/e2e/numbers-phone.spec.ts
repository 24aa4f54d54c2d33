import { ADMIN, enter, expect, expectAccessible, test } from "./journey";

test.use({ viewport: { width: 390, height: 844 } });

/** The sum of the layout shifts that no press explains, as the browser counts them. */
const WATCH_SHIFTS = `
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
  }).observe({ type: "layout-shift", buffered: true });`;

test("in a hand: pick the app, then the country, and rent from the bar under the thumb", async ({ page }) => {
  await page.addInitScript(WATCH_SHIFTS);
  // Somebody for whom nothing else is rented meanwhile: a card that comes above would move the page.
  await enter(page, ADMIN);
  await page.goto("/numbers");
  const bar = page.getByTestId("rent-bar");
  await expect(bar).toBeHidden();
  await page.getByRole("link", { name: /^Telegram/ }).click();
  await expect(page).toHaveURL(/service=telegram/);
  const row = page.getByTestId("offer-br");
  await expect(row.getByRole("button")).toBeHidden();
  await row.getByRole("link").click();
  await expect(page).toHaveURL(/country=br/);
  await expect(bar).toBeInViewport({ ratio: 1 });
  await expect(bar).toContainText("Telegram");
  await expect(bar).toContainText("Brazil");
  await expect(row.getByRole("link")).toHaveAttribute("aria-current", "true");
  await expect(bar.getByRole("button", { name: /^Rent/ })).toBeFocused();
  expect(await page.evaluate("window.shifted")).toBeLessThan(0.05);
  // With room for all of it, so that the bars lie over nothing.
  await page.setViewportSize({ width: 390, height: 8_000 });
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await bar.getByRole("button", { name: /^Rent a Telegram number in Brazil/ }).click();
  await expect(page).toHaveURL(/\/numbers\/[0-9a-f-]{36}$/);
  const { pathname } = new URL(page.url());

  // Who comes back sees it above the board, with its code as soon as there is one. Other journeys rent too.
  await page.goto("/numbers");
  const card = page.locator("[data-order]").filter({ has: page.locator(`a[href$="${pathname}"]`) });
  await card.scrollIntoViewIfNeeded();
  await expect(card.getByTestId("code")).toBeVisible({ timeout: 40_000 });
});

test("one mobile operator: its stock, its name on the row, and the number is of it", async ({ page }) => {
  await enter(page);
  // Suppliers are asked about a few operators at a time.
  await expect(async () => {
    await page.goto("/numbers?service=facebook&country=br");
    await expect(page.getByTestId("rent-bar").getByRole("combobox")).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 45_000, intervals: [2_000] });
  const bar = page.getByTestId("rent-bar");
  await expect(bar, "whatever stands above the board").toBeInViewport({ ratio: 1 });
  await expect(bar.getByRole("combobox")).toHaveValue("");
  await bar.getByRole("combobox").selectOption({ label: "Vivo" });
  await expect(page).toHaveURL(/operator=vivo/);
  await expect(page.getByTestId("offer-br")).toContainText("Vivo");
  await bar.getByRole("button", { name: /^Rent/ }).click();
  await expect(page).toHaveURL(/\/numbers\/[0-9a-f-]{36}$/);
});
