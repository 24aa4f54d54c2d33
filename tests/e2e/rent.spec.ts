import { makePerson } from "../support/product-person";
import { ADMIN, available, enter, expect, minus, test } from "./journey";

const CODE_TIMEOUT_MS = 40_000;

test("a customer rents from the upstream, sees the code without reloading, copies it and finishes", async ({
  page,
}) => {
  // Nobody else moves this money.
  await enter(page, await makePerson("rents", { usd: 20 }));
  await page.goto("/numbers?service=whatsapp");
  const before = await available(page);
  const rent = page.getByTestId("offer-br").getByRole("button");
  const price = /[\d.]+/.exec((await rent.textContent()) ?? "")?.[0] ?? "";
  await rent.click();

  await expect(page).toHaveURL(/\/numbers\/[0-9a-f-]{36}$/);
  await expect(page.getByTestId("phone-number")).toHaveText(/^\+55/);
  const loadedAt = await page.evaluate(() => performance.timeOrigin);
  await expect.poll(() => available(page)).toBe(minus(before, price));

  const code = page.getByTestId("code");
  await expect(code).toBeVisible({ timeout: CODE_TIMEOUT_MS });
  expect(await page.evaluate(() => performance.timeOrigin), "the page was not loaded again").toBe(loadedAt);
  await page.getByRole("button", { name: "Copy code" }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await code.getAttribute("data-code"));

  await page.getByRole("button", { name: "Finish" }).click();
  await expect(page.getByText("Finished").first()).toBeVisible();
  expect(await available(page)).toBe(minus(before, price));

  await page.goto("/wallet");
  const line = page.locator("main tbody tr").first();
  await expect(line).toContainText("Completed");
  await expect(line).toContainText("Held");
  await expect(line).toContainText("Paid");
  await expect(line.getByTestId("available-after").last()).toContainText(minus(before, price));
});

test("a double click rents one number", async ({ page }) => {
  await enter(page, await makePerson("rents-twice", { usd: 20 }));
  await page.goto("/numbers?service=telegram");
  await page.getByTestId("offer-us").getByRole("button").dblclick();
  await expect(page).toHaveURL(/\/numbers\/[0-9a-f-]{36}$/);
  const id = page.url().split("/").at(-1);
  const answer = await page.request.get("/api/portal/activations");
  const { orders } = await answer.json();
  const telegram = orders.filter(
    (order: { service: { slug: string }; country: { iso2: string } }) =>
      order.service.slug === "telegram" && order.country.iso2 === "US",
  );
  expect(telegram.map((order: { id: string }) => order.id)).toEqual([id]);
});

test("somebody else's number is not there", async ({ page, browser }) => {
  await enter(page);
  await page.goto("/numbers?service=discord");
  await page.getByTestId("offer-gb").getByRole("button").click();
  await expect(page).toHaveURL(/\/numbers\/[0-9a-f-]{36}$/);
  const other = await browser.newPage();
  await enter(other, ADMIN);
  const answer = await other.goto(page.url());
  expect(answer?.status()).toBe(404);
  await other.close();
});
