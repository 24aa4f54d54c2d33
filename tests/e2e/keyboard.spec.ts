import { CUSTOMER, expect, PASSWORD, test } from "./journey";

test("by keyboard alone: sign in, search, rent, cancel with refund", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail or username").focus();
  await page.keyboard.type(CUSTOMER);
  await page.keyboard.press("Tab");
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("balance")).toBeVisible();

  await page.goto("/numbers");
  // The page listens once it has taken over from the server.
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox")).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.type("google");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/service=google/);
  await page.getByTestId("offer-gb").getByRole("button").focus();
  await page.keyboard.press("r");

  await expect(page).toHaveURL(/\/numbers\/[0-9a-f-]{36}$/);
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
