import { available, expect, SUPPORT, signIn, test } from "./journey";

test("a session that is revoked on one device is dead on the other at once", async ({ page, browser }) => {
  const other = await browser.newPage();
  await signIn(other, SUPPORT);
  await signIn(page, SUPPORT);
  await page.goto("/settings/security");
  await page.getByRole("button", { name: /Sign out (all )?other/i }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: /Sign out/ })
    .click();
  await expect(page.getByText("All other devices are signed out.")).toBeVisible();
  await other.goto("/wallet");
  await expect(other).toHaveURL(/\/sign-in\?back=/);
  await signIn(other, SUPPORT);
  expect(await available(other)).toMatch(/^\d+\.\d\d$/);
  await other.close();
});
