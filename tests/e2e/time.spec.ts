import { makePerson } from "../support/product-person";
import { ADMIN, available, enter, expect, test } from "./journey";

const REFUND_MS = 5_000;

test("a number whose window ends without a code is refunded within five seconds, before the customer's eyes", async ({
  page,
  browser,
}) => {
  const office = await browser.newPage();
  await enter(office, ADMIN);
  await office.goto("/admin/simulators");
  await office
    .getByRole("group", { name: "The next purchase" })
    .getByRole("button", { name: "sends nothing" })
    .click();
  await expect(office.getByText("Queued trouble").first().locator("..")).toContainText("1");

  await enter(page);
  await page.goto("/numbers?service=whatsapp");
  const before = await available(page);
  await page.getByTestId("offer-br").getByRole("button").click();
  await expect(page).toHaveURL(/\/numbers\/[0-9a-f-]{36}$/);
  await expect(page.getByTestId("phone-number")).toBeVisible();
  await expect.poll(() => available(page)).not.toBe(before);

  await office.goto("/admin");
  await office.getByRole("button", { name: "Move on by 21m" }).click();
  await expect(page.getByText("No SMS, refunded").first()).toBeVisible({ timeout: REFUND_MS + 1_000 });
  await expect.poll(() => available(page)).toBe(before);

  await page.goto("/wallet");
  const line = page.locator("main tbody tr").first();
  await expect(line).toContainText("Released");
  await office.goto("/admin/ledger");
  // A product that has just begun makes its first check by itself, within a minute.
  await expect(async () => {
    await office.getByRole("button", { name: "Check now" }).click();
    await expect(office.getByText("The books balance").first()).toBeVisible({ timeout: 10_000 });
  }).toPass();
  await office.close();
});

test("a trial is for everybody once, and ends by the clock", async ({ page, browser }) => {
  await enter(page, await makePerson("vpn-trial"));
  await page.goto("/vpn");
  await page.getByRole("button", { name: "Start trial" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Start trial" }).click();
  await expect(page).toHaveURL(/\/vpn\/subscriptions\/[0-9a-f-]{36}$/);
  const address = page.url();
  await page.goto("/vpn");
  await expect(page.locator("#main").getByText("You have used your trial.").first()).toBeVisible();
  const office = await browser.newPage();
  await enter(office, ADMIN);
  await office.goto("/admin");
  for (let day = 0; day < 4; day += 1) {
    await office.getByRole("button", { name: "Move on by 1d" }).click();
    await expect(office.getByText(/moved/i).first()).toBeVisible();
  }
  await office.close();
  await expect(async () => {
    await page.goto(address);
    await expect(page.getByText(/^Ended on/).first()).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.goto(address.replace("/vpn/", "/fa/vpn/"));
  await expect(page.getByText(/۱۴۰[۰-۹]/).first()).toBeVisible();
  await expect(page.getByText("پایان‌یافته").first()).toBeVisible();
});
