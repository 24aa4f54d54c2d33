import type { Locator, Page } from "playwright/test";
import { makePerson } from "../support/product-person";
import { ADMIN, available, CUSTOMER, enter, expect, signIn, test } from "./journey";

/** Opens the palette. A page that was just opened may not listen yet. */
async function openPalette(page: Page): Promise<Locator> {
  const field = page.getByRole("combobox", { name: "Search and go" });
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(field).toBeFocused({ timeout: 1_000 });
  }).toPass();
  return field;
}

/** Opens it and closes it: from now on the page listens to keys, and has what the palette needs. */
async function seePalette(page: Page): Promise<void> {
  const field = await openPalette(page);
  await page.keyboard.press("Escape");
  await expect(field).toHaveCount(0);
}

async function choose(page: Page, words: string, option: string | RegExp): Promise<void> {
  const field = await openPalette(page);
  await field.fill(words);
  const wanted = page.getByRole("option", { name: option });
  await expect(wanted.first()).toBeVisible();
  for (
    let steps = 0;
    steps < 30 && (await wanted.first().getAttribute("aria-selected")) !== "true";
    steps += 1
  ) {
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
}

test("the palette goes to any page, a service in a country, an order by its number, and signs out", async ({
  page,
}) => {
  await signIn(page, CUSTOMER);
  await choose(page, "statement", "Wallet");
  await expect(page).toHaveURL(/\/wallet$/);
  await choose(page, "wa br", /WhatsApp in Brazil/);
  await expect(page).toHaveURL(/\/numbers\?service=whatsapp&country=br$/);
  expect(await available(page)).toMatch(/^\d/);

  await page.getByTestId("offer-us").getByRole("button").click();
  await expect(page).toHaveURL(/\/numbers\/[0-9a-f-]{36}$/);
  const order = page.url();
  await page.goto("/dashboard");
  await choose(page, order.split("/").at(-1) ?? "", /^Order \d+, WhatsApp/);
  await expect(page).toHaveURL(order);
  await choose(page, "log out", "Sign out");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("staff finds people and the pages of the back office", async ({ page }) => {
  await enter(page, ADMIN);
  await page.goto("/admin");
  await choose(page, "customer@", /customer/);
  await expect(page).toHaveURL(/\/admin\/users\/[0-9a-f-]{36}$/);
  await choose(page, "audit", "Audit log");
  await expect(page).toHaveURL(/\/admin\/audit$/);
});

test("single keys list themselves, lead to pages, and can be turned off", async ({ page }) => {
  // Whose preferences nobody else has.
  await enter(page, await makePerson("single-keys"));
  await page.goto("/settings/preferences");
  await seePalette(page);
  const keys = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await page.keyboard.press("?");
  await expect(keys).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(keys).toHaveCount(0);
  await page.keyboard.press("g");
  await page.keyboard.press("w");
  await expect(page).toHaveURL(/\/wallet$/);

  await page.goto("/settings/preferences");
  await page.getByRole("checkbox", { name: "Shortcuts of a single key" }).uncheck();
  await page.getByRole("button", { name: "Save preferences" }).click();
  await expect(page.getByText("Saved, for all your devices.")).toBeVisible();
  await page.reload();
  await seePalette(page);
  await page.keyboard.press("?");
  expect(await page.getByRole("dialog").count(), "a key that is off opens nothing").toBe(0);
  await page.keyboard.press("Control+k");
  await expect(
    page.getByRole("combobox", { name: "Search and go" }),
    "Ctrl K works either way",
  ).toBeFocused();
});
