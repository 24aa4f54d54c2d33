import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { ADMIN, CUSTOMER, enter, expect, test as setup } from "../e2e/journey";
import { PREVIEW_FILE, SHARED_FILE } from "./page-list";
import { makeVpnShop, tellServers } from "./vpn-shop";

/** What the pages of one thing need to be seen: a rented number, an unpaid invoice, a withdrawal, and a mail. */
setup("one of each thing", async ({ page }) => {
  await page.goto("/forgot-password");
  await page.getByLabel("E-mail").fill(CUSTOMER);
  await page.getByRole("button", { name: /Send/ }).click();
  await expect(page.getByRole("heading", { name: /mail/i })).toBeVisible();
  await expect(async () => {
    await page.goto("/dev/mailbox");
    await expect(page.getByRole("row").nth(1)).toBeVisible({ timeout: 500 });
  }).toPass();
  await enter(page);
  await page.goto("/numbers?service=whatsapp");
  await page.getByTestId("offer-us").getByRole("button").click();
  await expect(page).toHaveURL(/\/numbers\/[0-9a-f-]{36}$/);
  await page.goto("/wallet/top-up");
  await page.getByRole("radio", { name: /^Pix/ }).check();
  await page.getByRole("button", { name: "Continue to payment" }).click();
  await expect(page).toHaveURL(/\/wallet\/invoices\/[0-9a-f-]{36}$/);
  await page.goto("/wallet/withdrawals/new");
  await page.getByRole("textbox", { name: "Amount in USD" }).fill("10.00");
  await page.getByRole("textbox", { name: "Pix key" }).fill("customer@patchbay.test");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Ask for $10.00" }).click();
  await expect(page).toHaveURL(/\/wallet\/withdrawals\/[0-9a-f-]{36}$/);
});

setup("an endpoint for webhooks", async ({ page }) => {
  await enter(page);
  await page.goto("/developers/webhooks/new");
  await page.getByRole("textbox", { name: "Address" }).fill("https://hooks.example.com/patchbay");
  await page.getByRole("button", { name: "Create endpoint" }).click();
  await expect(page.getByTestId("webhook-secret")).toContainText("whsec_");
  await page.getByRole("link", { name: "Open the endpoint" }).click();
  await expect(page).toHaveURL(/\/developers\/webhooks\/[0-9a-f-]{36}$/);
});

setup("a subscription, and the address of its page for whoever has the link", async ({ page }) => {
  await makeVpnShop();
  await enter(page);
  await page.goto("/vpn");
  await page.getByRole("button", { name: "Buy Voyage for $4.50" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Buy for $4.50" }).click();
  await expect(page).toHaveURL(/\/vpn\/subscriptions\/[0-9a-f-]{36}$/);
  await tellServers(page.url().split("/").at(-1) ?? "");
  await page.getByRole("button", { name: "Show link" }).click();
  const link = new URL((await page.getByTestId("secret-link").textContent()) ?? "");
  mkdirSync(dirname(SHARED_FILE), { recursive: true });
  writeFileSync(SHARED_FILE, link.pathname.replace("/sub/", "/s/"));
});

setup("a bulk change of prices, looked at and not applied", async ({ page }) => {
  await enter(page, ADMIN);
  await page.goto("/admin/offers/bulk");
  await page.getByLabel("Services").fill("wa");
  await page.getByLabel("Countries").fill("BR");
  await page.getByLabel("Change", { exact: true }).selectOption("percent");
  await page.getByLabel("Amount").fill("10");
  await page.getByRole("button", { name: "Preview changes" }).click();
  await expect(page).toHaveURL(/\/admin\/offers\/bulk\/.+/);
  mkdirSync(dirname(PREVIEW_FILE), { recursive: true });
  writeFileSync(PREVIEW_FILE, new URL(page.url()).pathname);
});
