import { ADMIN, available, expect, signIn, test } from "./journey";

const REFUND_MS = 5_000;

test("a number whose window ends without a code is refunded within five seconds, before the customer's eyes", async ({
  page,
  browser,
}) => {
  const office = await browser.newPage();
  await signIn(office, ADMIN);
  await office.goto("/admin/simulators");
  await office
    .getByRole("group", { name: "The next purchase" })
    .getByRole("button", { name: "sends nothing" })
    .click();
  await expect(office.getByText("Queued trouble").locator("..")).toContainText("1");

  await signIn(page);
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
  await office.getByRole("button", { name: "Check now" }).click();
  await expect(office.getByText("The books balance").first()).toBeVisible({ timeout: 30_000 });
  await office.close();
});
