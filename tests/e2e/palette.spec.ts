import type { Page } from "playwright/test";
import { ADMIN, available, CUSTOMER, enter, expect, signIn, test } from "./journey";

async function choose(page: Page, words: string, option: string | RegExp): Promise<void> {
  const field = page.getByRole("combobox", { name: "Search and go" });
  // A page that was just opened may not listen yet.
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(field).toBeFocused({ timeout: 1_000 });
  }).toPass();
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

test("staff finds people and the pages of the back office, and single keys can be turned off", async ({
  page,
}) => {
  await enter(page, ADMIN);
  await page.goto("/admin");
  await choose(page, "customer@", /customer/);
  await expect(page).toHaveURL(/\/admin\/users\/[0-9a-f-]{36}$/);
  await choose(page, "audit", "Audit log");
  await expect(page).toHaveURL(/\/admin\/audit$/);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("g");
  await page.keyboard.press("w");
  await expect(page).toHaveURL(/\/wallet$/);

  await page.goto("/settings/preferences");
  await page.getByRole("checkbox", { name: "Shortcuts of a single key" }).uncheck();
  await page.getByRole("button", { name: "Save preferences" }).click();
  await expect(page.getByText("Saved, for all your devices.")).toBeVisible();
  await page.reload();
  await page.keyboard.press("?");
  await page.keyboard.press("Control+k");
  await expect(
    page.getByRole("combobox", { name: "Search and go" }),
    "Ctrl K works either way",
  ).toBeVisible();
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.getByRole("checkbox", { name: "Shortcuts of a single key" }).check();
  await page.getByRole("button", { name: "Save preferences" }).click();
  await expect(page.getByText("Saved, for all your devices.")).toBeVisible();
});
