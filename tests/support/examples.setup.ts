import { CUSTOMER, expect, test as setup, signIn } from "../e2e/journey";

/** What the pages of one thing need to be seen: a rented number, and a mail. */
setup("one of each thing", async ({ page }) => {
  await page.goto("/forgot-password");
  await page.getByLabel("E-mail").fill(CUSTOMER);
  await page.getByRole("button", { name: /Send/ }).click();
  await expect(page.getByRole("heading", { name: /mail/i })).toBeVisible();
  await expect(async () => {
    await page.goto("/dev/mailbox");
    await expect(page.getByRole("row").nth(1)).toBeVisible({ timeout: 500 });
  }).toPass();
  await signIn(page);
  await page.goto("/numbers?service=whatsapp");
  await page.getByTestId("offer-us").getByRole("button").click();
  await expect(page).toHaveURL(/\/numbers\/[0-9a-f-]{36}$/);
});
