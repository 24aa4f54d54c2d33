import type { Page } from "playwright/test";
import { makePerson } from "../support/product-person";
import { available, enter, expect, expectAccessible, minus, test } from "./journey";

async function begin(page: Page, way: string, amount: string): Promise<void> {
  await page.goto("/wallet/top-up");
  await page.getByRole("textbox", { name: "Amount in USD" }).fill(amount);
  await page.getByRole("radio", { name: new RegExp(`^${way}`) }).check();
  await page.getByRole("button", { name: "Continue to payment" }).click();
}

/** The money is there, once: on the invoice, and in the top bar. */
async function expectCredited(page: Page, before: string, amount: string): Promise<void> {
  await expect(page.getByTestId("credited")).toContainText(`$${amount}`);
  await expect.poll(async () => minus(await available(page), before)).toBe(amount);
}

/** Somebody whose money no other journey moves. */
async function enterShop(page: Page): Promise<void> {
  await enter(page, await makePerson("pays"));
  await page.goto("/wallet");
}

test("a card that is declined and one that is not: the money is in the wallet", async ({ page }) => {
  await enterShop(page);
  const before = await available(page);
  await begin(page, "Card", "12.00");
  await page.getByText("4000 0000 0000 0002").click();
  await page.getByRole("button", { name: "Pay 12.00 USD" }).click();
  await expect(page.getByText(/declined/i).first()).toBeVisible();
  await page.getByText("4242 4242 4242 4242").click();
  await page.getByRole("button", { name: "Pay 12.00 USD" }).click();
  await page.waitForURL(/\/wallet\/invoices\//);
  await expectCredited(page, before, "12.00");
  await expect(page).toHaveTitle(/Invoice/);
  await expectAccessible(page);
});

test("a Pix: its code, paid at a bank, seen live", async ({ page, context }) => {
  await enterShop(page);
  const before = await available(page);
  await begin(page, "Pix", "10.00");
  await expect(page.getByTestId("pix-code")).toContainText("br.gov.bcb.pix");
  await expect(page).toHaveTitle(/Invoice/);
  await expectAccessible(page);
  const opened = context.waitForEvent("page");
  await page.getByRole("link", { name: "Open the simulated bank" }).click();
  const bank = await opened;
  await bank.getByRole("button", { name: /^Pay/ }).first().click();
  await expectCredited(page, before, "10.00");
});

test("MercadoPago's own page", async ({ page }) => {
  await enterShop(page);
  const before = await available(page);
  await begin(page, "MercadoPago", "11.00");
  await page.getByRole("button", { name: /^Pay/ }).first().click();
  await page.waitForURL(/\/wallet\/invoices\//);
  await expectCredited(page, before, "11.00");
});

for (const { way, chain } of [
  { way: "Bitcoin", chain: "bitcoin" },
  { way: "USDT on Tron", chain: "tron" },
]) {
  test(`${way}: address and amount, seen on the chain, confirmed, credited`, async ({ page, context }) => {
    await enterShop(page);
    const before = await available(page);
    await begin(page, way, "15.00");
    await expect(page.getByTestId("crypto-address")).toBeVisible();
    await expect(page).toHaveTitle(/Invoice/);
    await expectAccessible(page);
    const opened = context.waitForEvent("page");
    await page.getByRole("link", { name: "Open the simulated wallet" }).click();
    const wallet = await opened;
    await wallet.getByRole("button", { name: /^Send simulated/ }).click();
    // The sheet for paper says it too, out of sight.
    const confirming = page.getByText(/Confirming 0 of 2/).filter({ visible: true });
    if (chain === "bitcoin") await expect(confirming).toBeVisible();
    await wallet
      .getByRole("button", { name: chain === "bitcoin" ? "Add 6 blocks" : /Add 20 blocks/ })
      .click();
    await expectCredited(page, before, "15.00");
  });
}

test("an unpaid invoice is canceled after a question, and stays in the list", async ({ page }) => {
  await enterShop(page);
  await begin(page, "Pix", "10.00");
  await page.getByRole("button", { name: "Cancel invoice" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Cancel invoice" }).click();
  await expect(page.getByText("Cancelled").first()).toBeVisible();
  await page.getByRole("link", { name: "Invoices" }).first().click();
  await expect(page.getByRole("table").getByText("Cancelled").first()).toBeVisible();
});
