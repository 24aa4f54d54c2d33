import type { Page } from "playwright/test";
import { ADMIN, available, enter, expect, test } from "./journey";

const ACCOUNT_PASSWORD = "a quiet switchboard 7";

/** The newest mail to this address, as the demo's mailbox shows it. */
async function openMail(page: Page, email: string): Promise<void> {
  await expect(async () => {
    await page.goto("/dev/mailbox");
    await expect(page.getByRole("row").filter({ hasText: email })).not.toHaveCount(0, { timeout: 500 });
  }).toPass();
  await page.getByRole("row").filter({ hasText: email }).first().getByRole("link").first().click();
  await expect(page).toHaveURL(/\/dev\/mailbox\/.+/);
}

async function linkInMail(page: Page, path: string): Promise<string> {
  const link = page.locator(`a[href*="${path}"]`).first();
  return (await link.getAttribute("href")) ?? "";
}

test("a newcomer opens an account, confirms the address, spends the welcome credit and is told what is missing", async ({
  page,
  browser,
}) => {
  const name = `newcomer${Date.now()}`;
  const email = `${name}@example.test`;
  await page.goto("/sign-up");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Username").fill(name);
  await page.getByLabel("Password", { exact: true }).fill(ACCOUNT_PASSWORD);
  await page.getByRole("button", { name: "Open account" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
  await expect(page.getByLabel("E-mail or username")).toHaveValue(email);
  expect(page.url(), "the address stays out of the URL").not.toContain("example");

  await openMail(page, email);
  await page.goto(await linkInMail(page, "verify-email"));
  await page.getByRole("button", { name: "Confirm address" }).click();
  await expect(page.getByRole("heading", { name: "Your address is confirmed" })).toBeVisible();

  await page.goto("/sign-in");
  await page.getByLabel("E-mail or username").fill(name);
  await page.getByLabel("Password", { exact: true }).fill(ACCOUNT_PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByTestId("balance")).toBeVisible();
  expect(await available(page)).toBe("1.00");

  const rentWhatsApp = async () => {
    await page.goto("/numbers?service=whatsapp");
    await page.getByTestId("offer-us").getByRole("button").click();
  };
  await rentWhatsApp();
  await expect(page).toHaveURL(/\/numbers\/[0-9a-f-]{36}$/);
  await rentWhatsApp();
  await expect(page.getByRole("alert").filter({ hasText: "more" })).toContainText("You need $0.26 more");
  await expect(page.getByRole("link", { name: "Add money" })).toBeVisible();

  const office = await browser.newPage();
  await enter(office, ADMIN);
  await office.goto(`/admin/users?search=${name}`);
  await office.getByRole("link", { name }).click();
  await office.getByRole("button", { name: "Suspend" }).click();
  const asked = office.getByRole("alertdialog");
  await asked.getByLabel("Reason").fill("acceptance test");
  await asked.getByRole("button", { name: "Suspend" }).click();
  await expect(office.getByRole("button", { name: /^Reinstate/ })).toBeVisible();
  await expect(
    page.getByRole("status").getByRole("link", { name: "Sign in" }),
    "the open page says so",
  ).toBeVisible();
  await page.goto("/wallet");
  await expect(page, "a suspended person is out at once").toHaveURL(/\/sign-in/);
  await office.close();
});
