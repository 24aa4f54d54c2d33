import type { Browser, Page } from "playwright/test";
import { makePerson } from "../support/product-person";
import { ADMIN, available, enter, expect, expectAccessible, test } from "./journey";

const BTC = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";
const HASH = "ab".repeat(32);

async function officeOf(browser: Browser, email: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await enter(page, email);
  return page;
}

/** Fills the form, as a customer would, and goes on. */
async function fill(page: Page, amount: string, way: string, field: string, destination: string) {
  await page.goto("/wallet/withdrawals/new");
  await page.getByRole("textbox", { name: "Amount in USD" }).fill(amount);
  await page.getByRole("radio", { name: new RegExp(`^${way}`) }).check();
  await page.getByRole("textbox", { name: field }).fill(destination);
  await page.getByRole("button", { name: "Continue" }).click();
}

/** Asks for money back; ends on the request's page. */
async function ask(page: Page, amount: string, way: string, field: string, destination: string) {
  await fill(page, amount, way, field, destination);
  const question = page.getByRole("alertdialog");
  await expect(question).toContainText(destination);
  await question.getByRole("button", { name: `Ask for $${amount}` }).click();
}

/** Presses a decision and answers its question. */
async function decide(page: Page, name: string, submit: string, typed: Record<string, string> = {}) {
  await page.getByRole("button", { name }).click();
  const question = page.getByRole("alertdialog");
  for (const [label, text] of Object.entries(typed)) await question.getByLabel(label).fill(text);
  await question.getByRole("button", { name: submit }).click();
}

test("asked for, approved by two administrators, paid out: seen by everybody", async ({ page, browser }) => {
  test.setTimeout(120_000);
  const customer = await makePerson("withdraws-much", { usd: 900 });
  const other = await makePerson("second-admin", { role: "ADMIN" });
  await enter(page, customer);
  await ask(page, "600.00", "Bitcoin", "Bitcoin address", BTC);
  await expect(page).toHaveURL(/\/wallet\/withdrawals\/[0-9a-f-]{36}$/);
  await expect(page.getByText("Waiting for approval")).toBeVisible();
  await expect.poll(() => available(page)).toBe("300.00");
  await expectAccessible(page);

  const first = await officeOf(browser, ADMIN);
  await first.goto(`/admin/withdrawals?status=OPEN&search=${customer}`);
  await first.getByRole("table").locator('a[href*="/admin/withdrawals/"]').first().click();
  await expect(first.getByRole("heading", { level: 1 })).toContainText(/^Withdrawal \d+$/);
  await expectAccessible(first);
  await decide(first, "Approve", "Approve");
  await expect(first.getByText("You have approved it.")).toBeVisible();
  await expect(first.getByRole("button", { name: "Approve" })).toHaveCount(0);
  await expect(first.getByRole("button", { name: "Mark as paid out" })).toHaveCount(0);
  await expect(page.getByText("Approved by staff, 1 of 2")).toBeVisible();

  const second = await officeOf(browser, other);
  await second.goto(new URL(first.url()).pathname);
  await decide(second, "Approve", "Approve");
  await expect(page.getByText("Approved, will be paid out")).toBeVisible();
  await expect(page.getByRole("button", { name: "Cancel withdrawal" })).toHaveCount(0);

  await second.getByRole("button", { name: "Mark as paid out" }).click();
  const question = second.getByRole("alertdialog");
  await expect(question.getByRole("row").filter({ hasText: "Bitcoin" })).toContainText("$600.00");
  await expect(question.getByRole("row").filter({ hasText: "Held" })).toContainText("$0.00");
  await question.getByLabel("Payout reference").fill("sent it yesterday");
  await question.getByRole("button", { name: "Post as paid out" }).click();
  await expect(question.getByText(/Write the transaction's hash/)).toBeVisible();
  await question.getByLabel("Payout reference").fill(HASH);
  await question.getByRole("button", { name: "Post as paid out" }).click();
  await expect(second.getByText("nothing is left to decide")).toBeVisible();

  await expect(page.getByText("Paid out").first()).toBeVisible();
  await expect(page.getByText(HASH)).toBeVisible();
  await page.goto("/wallet");
  await expect(page.getByRole("row").filter({ hasText: "Withdrawal" })).toContainText("Paid out");
  expect(await available(page)).toBe("300.00");
});

test("refused with words: the money is back", async ({ page, browser }) => {
  const customer = await makePerson("withdraws-wrongly", { usd: 80 });
  await enter(page, customer);
  await fill(page, "50.00", "Pix", "Pix key", "529.982.247-24");
  await expect(page.getByText(/Nothing can be paid there/)).toBeVisible();
  await expect(page.getByRole("alertdialog")).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: "Pix key" })).toBeFocused();
  await ask(page, "50.00", "Pix", "Pix key", "529.982.247-25");
  await expect(page).toHaveURL(/\/wallet\/withdrawals\/[0-9a-f-]{36}$/);
  const { pathname } = new URL(page.url());

  const office = await officeOf(browser, ADMIN);
  await office.goto(pathname.replace("/wallet/", "/admin/"));
  await decide(office, "Refuse", "Refuse and release", {
    "Reason, as the customer reads it": "The key is of somebody else",
  });
  await expect(office.getByText("nothing is left to decide")).toBeVisible();
  await expect(page.getByText("Refused, back in your wallet")).toBeVisible();
  await expect(page.getByText("The key is of somebody else")).toBeVisible();
  await expect.poll(() => available(page)).toBe("80.00");
});

test("taken back by the customer while it waits", async ({ page }) => {
  await enter(page, await makePerson("withdraws-not", { usd: 40 }));
  await ask(page, "20.00", "USDT on Tron", "Tron address", "TAcN9gFvXZAxsWQQzWWbydBmscBHnEi5nZ");
  await expect.poll(() => available(page)).toBe("20.00");
  await decide(page, "Cancel withdrawal", "Cancel withdrawal");
  await expect(page.getByText("Cancelled, back in your wallet")).toBeVisible();
  await expect.poll(() => available(page)).toBe("40.00");
  await page.getByRole("link", { name: "Withdrawals" }).click();
  await expect(page.getByRole("table")).toContainText("Cancelled, back in your wallet");
});
