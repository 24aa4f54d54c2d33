import type { Page } from "playwright/test";
import { enter, expect, test } from "./journey";

/** A browser that has not decided yet and whose question is answered with this word, counting how often it is asked. */
async function answerWith(page: Page, answer: "denied" | "default"): Promise<void> {
  await page.addInitScript((word) => {
    const asked = () => Number(sessionStorage.getItem("asked") ?? 0);
    Object.defineProperty(Notification, "permission", { get: () => (asked() === 0 ? "default" : word) });
    Notification.requestPermission = async () => {
      sessionStorage.setItem("asked", String(asked() + 1));
      return word;
    };
  }, answer);
}

const timesAsked = (page: Page) => page.evaluate(() => Number(sessionStorage.getItem("asked") ?? 0));

async function rentOne(page: Page): Promise<void> {
  await enter(page);
  await page.goto("/numbers?service=instagram");
  expect(await timesAsked(page), "never on load").toBe(0);
  await page.getByTestId("offer-us").getByRole("button").click();
  await expect(page).toHaveURL(/\/numbers\/[0-9a-f-]{36}$/);
}

test("after a rent the browser may be asked for notifications, by a press alone, and once", async ({
  page,
}) => {
  await answerWith(page, "default");
  await rentOne(page);
  const ask = page.getByRole("button", { name: "Notify me when a code comes" });
  await expect(ask).toBeVisible();
  expect(await timesAsked(page)).toBe(0);
  await ask.click();
  await expect(ask).toBeHidden();
  expect(await timesAsked(page)).toBe(1);
  // The question was closed without an answer: it is not put again.
  await page.reload();
  await expect(page.getByTestId("activation").first()).toBeVisible();
  await expect(ask).toBeHidden();
});

test("waved away it stays away, and the browser is never asked", async ({ page }) => {
  await answerWith(page, "denied");
  await rentOne(page);
  await page.getByTestId("notify").getByRole("button", { name: "Not now" }).click();
  await expect(page.getByTestId("notify")).toBeHidden();
  await page.reload();
  await expect(page.getByTestId("activation").first()).toBeVisible();
  await expect(page.getByTestId("notify")).toBeHidden();
  expect(await timesAsked(page)).toBe(0);
});
