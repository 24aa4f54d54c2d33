import type { Page } from "playwright/test";
import { CUSTOMER, expect, PASSWORD, test } from "./journey";

/** Signs in without the mouse. */
async function signInByKeyboard(page: Page): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail or username").focus();
  await page.keyboard.type(CUSTOMER);
  await page.keyboard.press("Tab");
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("balance")).toBeVisible();
}

/** Searches with "/", chooses with Enter, goes to a country's row and rents with "r". */
async function rentByKeyboard(page: Page, search: string, slug: string, country: string): Promise<void> {
  await page.goto("/numbers");
  // The page listens once it has taken over from the server.
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox")).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.type(search);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`service=${slug}`));
  await page.getByTestId(`offer-${country}`).getByRole("button").focus();
  await page.keyboard.press("r");
  await expect(page).toHaveURL(/\/numbers\/[0-9a-f-]{36}$/);
}

test("by keyboard alone: rent from the upstream, see the code, copy it, finish", async ({ page }) => {
  await signInByKeyboard(page);
  await rentByKeyboard(page, "wa", "whatsapp", "id");
  const code = page.getByTestId("code");
  await expect(code).toBeVisible({ timeout: 40_000 });
  await page.getByRole("button", { name: "Copy code" }).focus();
  await page.keyboard.press("Enter");
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe(await code.getAttribute("data-code"));
  await page.getByRole("button", { name: "Finish" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Finished").first()).toBeVisible();
});

test("by keyboard alone: rent and cancel with refund", async ({ page }) => {
  await signInByKeyboard(page);
  await rentByKeyboard(page, "google", "google", "gb");
  const cancel = page.getByRole("button", { name: /Cancel and refund|Cancel in/ });
  await expect(cancel).toBeVisible();
  await cancel.focus();
  await expect(cancel).toBeEnabled();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await page.keyboard.press("Tab");
  const confirm = page.getByRole("alertdialog").getByRole("button", { name: "Cancel and refund" });
  await confirm.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Cancelled, refunded").first()).toBeVisible();
  await expect(page.getByText(/is back in your wallet/)).toBeVisible();
});
