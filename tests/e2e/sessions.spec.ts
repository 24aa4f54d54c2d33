import { ADMIN, available, CUSTOMER, expect, PASSWORD, SUPPORT, signIn, test } from "./journey";

test("a session that is revoked on one device is dead on the other at once", async ({ page, browser }) => {
  // Somebody of its own: whoever else used the account would be signed out as well.
  const name = `devices${Date.now()}`;
  await page.goto("/sign-up");
  await page.getByLabel("E-mail").fill(`${name}@example.test`);
  await page.getByLabel("Username").fill(name);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Open account" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
  const other = await browser.newPage();
  await signIn(other, name);
  await other.goto("/numbers?service=discord&country=KE");
  await signIn(page, name);
  await page.goto("/settings/security");
  await page.getByRole("button", { name: /Sign out (all )?other/i }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: /Sign out/ })
    .click();
  await expect(page.getByText("All other devices are signed out.")).toBeVisible();
  await expect(
    other.getByRole("status").getByRole("link", { name: "Sign in" }),
    "the open page says so by itself, and what was chosen on it is kept",
  ).toHaveAttribute("href", /\?back=%2Fnumbers%3Fservice%3Ddiscord%26country%3DKE$/);
  await other.goto("/wallet");
  await expect(other).toHaveURL(/\/sign-in\?back=/);
  await signIn(other, name);
  expect(await available(other)).toMatch(/^\d+\.\d\d$/);
  await other.close();
});

test("staff begin in the back office, everybody else in the shop, and who asked for a page on that page", async ({
  browser,
}) => {
  for (const [email, start] of [
    [ADMIN, "/admin"],
    [SUPPORT, "/admin"],
    [CUSTOMER, "/dashboard"],
  ] as const) {
    const page = await browser.newPage();
    await signIn(page, email);
    await expect(page).toHaveURL(new RegExp(`${start}$`));
    await page.goto("/sign-in");
    await expect(page, "who is signed in already").toHaveURL(new RegExp(`${start}$`));
    await page.context().clearCookies();
    await page.goto("/settings/security");
    await page.getByLabel("E-mail or username").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(/\/settings\/security$/, { timeout: 30_000 });
    await page.close();
  }
});
