import type { Page } from "playwright/test";
import { ADMIN, enter, expect, expectAccessible, SUPPORT, test } from "./journey";

const AMOUNT = "13.00";

async function payByCard(page: Page): Promise<string> {
  await page.goto("/wallet/top-up");
  await expect(page.getByTestId("sandbox")).toContainText("Sandbox");
  await page.getByRole("textbox", { name: "Amount in USD" }).fill(AMOUNT);
  await page.getByRole("radio", { name: /^Card/ }).check();
  await page.getByRole("button", { name: "Continue to payment" }).click();
  await page.getByText("4242 4242 4242 4242").click();
  await page.getByRole("button", { name: `Pay ${AMOUNT} USD` }).click();
  await page.waitForURL(/\/wallet\/invoices\//);
  await expect(page.getByTestId("credited")).toContainText(`$${AMOUNT}`);
  const heading = await page.getByRole("heading", { level: 1, name: /^Invoice \d+$/ }).textContent();
  return heading?.replace(/\D/g, "") ?? "";
}

/** The address of the newest mail with this subject. */
async function openMail(page: Page, subject: string): Promise<void> {
  const mail = page.getByRole("link", { name: subject, exact: true });
  await expect(async () => {
    await page.goto("/dev/mailbox");
    await expect(mail).not.toHaveCount(0, { timeout: 500 });
  }).toPass();
  await expect(mail, "told once").toHaveCount(1);
  await mail.click();
  await expect(page).toHaveURL(/\/dev\/mailbox\/.+/);
}

test("what is paid is told by the bell and by mail, once, and both lead to the invoice", async ({
  page,
  browser,
}) => {
  const office = await browser.newPage();
  await enter(office, ADMIN);
  await office.goto("/admin/simulators");
  const gateway = office.getByRole("region", { name: "Stripe (simulator)" });
  await gateway
    .getByRole("group", { name: "Events to the shop are" })
    .getByRole("button", { name: "delivered twice" })
    .click();
  await expect(gateway.getByText("The next event is delivered twice.")).toBeVisible();
  await office.goto("/admin/audit");
  await expect(office.getByRole("cell", { name: "Simulator steered" }).first()).toBeVisible();
  await office.close();

  await enter(page, SUPPORT);
  const number = await payByCard(page);
  const invoice = page.url();
  const bell = page.getByRole("link", { name: /^News: \d+ unread/ });
  await expect(bell).toBeVisible();
  await bell.click();
  const line = page.getByRole("link", { name: `Invoice ${number} is paid. $${AMOUNT} is in your wallet.` });
  await expect(line).toHaveCount(1);
  await expectAccessible(page);
  await line.click();
  await expect(page).toHaveURL(invoice);

  await openMail(page, `Invoice ${number} is paid`);
  const link = page.locator('a[href*="/wallet/invoices/"]').first();
  await page.goto((await link.getAttribute("href")) ?? "");
  await expect(page.getByRole("heading", { level: 1, name: `Invoice ${number}` })).toBeVisible();

  await page.getByRole("button", { name: "Send me this invoice" }).click();
  await expect(page.getByText(`A copy went to ${SUPPORT}.`)).toBeVisible();
  await openMail(page, `Invoice ${number}`);
  await expect(page.getByText("Seller: Patchbay")).toBeVisible();
  await expect(page.getByText(`Total: $${AMOUNT}`)).toBeVisible();
});

test("support sees the simulators and cannot steer them", async ({ page }) => {
  await enter(page, SUPPORT);
  await page.goto("/admin/simulators");
  const chains = page.getByRole("region", { name: "Chains (simulator)" });
  await expect(chains.getByTestId("chain-state")).toContainText("Block");
  await expect(chains.getByRole("button")).toHaveCount(0);
  const panels = page.getByRole("region", { name: "VPN panels (simulator)" });
  for (const slug of ["marzban", "hiddify", "three-x-ui", "remnawave"])
    await expect(panels.getByTestId(`${slug}-state`)).toContainText("Version");
  await expect(panels.getByRole("button")).toHaveCount(0);
  await expectAccessible(page);
});
