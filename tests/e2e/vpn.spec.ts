import type { Page } from "playwright/test";
import { encode } from "uqr";
import { makePerson } from "../support/product-person";
import { makeVpnShop, tellServers } from "../support/vpn-shop";
import { expect, expectAccessible, signIn, test } from "./journey";

const idOf = (page: Page) => new URL(page.url()).pathname.split("/").at(-1) ?? "";

/** The modules of the drawn code, read from its pixels: dark is true. Its quiet zone of two modules is left out. */
async function drawnCode(page: Page, size: number): Promise<boolean[][]> {
  const shot = (await page.getByRole("img", { name: /QR/ }).screenshot()).toString("base64");
  return page.evaluate(
    async ([source, modules]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${source}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext("2d");
      if (!context) throw new Error("no canvas");
      context.drawImage(image, 0, 0);
      // The picture's border is a pixel wide.
      const step = (image.width - 2) / (modules + 4);
      const isDark = (x: number, y: number) =>
        (context.getImageData(1 + (x + 2.5) * step, 1 + (y + 2.5) * step, 1, 1).data[0] ?? 255) < 128;
      return Array.from({ length: modules }, (_, y) =>
        Array.from({ length: modules }, (_, x) => isDark(x, y)),
      );
    },
    [shot, size] as const,
  );
}

/** Opens the secret link and reads it. */
async function secretLink(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Show link" }).click();
  return (await page.getByTestId("secret-link").textContent()) ?? "";
}

test.beforeAll(makeVpnShop);

test("a plan is bought, its link reaches apps, it is renewed, gets a new link and ends", async ({
  page,
  browser,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signIn(page, await makePerson("vpn", { usd: 20 }));
  await page.goto("/vpn");
  await page.getByRole("link", { name: "Quarter" }).click();
  await expect(page.getByRole("button", { name: "Buy Voyage for $12.00" })).toBeVisible();
  await page.getByRole("link", { name: "Month" }).click();
  await page.getByRole("button", { name: "Buy Voyage for $4.50" }).click();
  await expect(page.getByRole("alertdialog")).toContainText("$15.50");
  await page.getByRole("alertdialog").getByRole("button", { name: "Buy for $4.50" }).click();
  await expect(page).toHaveURL(/\/vpn\/subscriptions\/[0-9a-f-]{36}$/);
  await expect(page.getByText("Being prepared").first()).toBeVisible();
  await tellServers(idOf(page));
  await expect(page.getByText("Active", { exact: true })).toBeVisible({ timeout: 15_000 });

  const link = await secretLink(page);
  expect(link).toMatch(/\/sub\/[\w-]{32}$/);
  const { data, size } = encode(link, { ecc: "M", border: 0 });
  expect(await drawnCode(page, size)).toEqual(data);
  const android = page.getByRole("button", { name: "Android" });
  await android.click();
  const hiddify = page.getByRole("link", { name: "Add subscription to Hiddify" });
  expect(await hiddify.getAttribute("href")).toContain(`hiddify://import/${link}#`);
  const v2rayng = page.getByRole("link", { name: "Add subscription to v2rayNG" });
  expect(await v2rayng.getAttribute("href")).toContain(`url=${encodeURIComponent(link)}`);
  await page.getByRole("button", { name: "Copy VLESS" }).first().click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^vless:\/\/[0-9a-f-]{36}@[\w.-]+:\d+\?/);
  const list = Buffer.from(await (await page.request.get(link)).text(), "base64").toString("utf8");
  expect(list.split("\n")[0]).toBe(copied);
  await expect(page.getByRole("heading", { name: /^Traffic, 30 days/ })).toBeVisible();
  await expect(page.getByText("17.3 GB of 50 GB used")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Renew for $4.50" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Renew for $4.50" }).click();
  await expect(page.getByText("60 days left")).toBeVisible();
  await page.getByRole("button", { name: "New link" }).click();
  await page.getByRole("button", { name: "Make a new link" }).click();
  await expect(page.getByText(/The old link goes on until/)).toBeVisible();
  const renewed = (await page.getByTestId("secret-link").textContent()) ?? "";
  expect(renewed).not.toBe(link);
  expect((await page.request.get(link)).status()).toBe(200);

  const visitor = await browser.newPage();
  await visitor.goto(renewed);
  await expect(visitor).toHaveURL(/\/s\/[\w-]{32}$/);
  await expect(visitor.getByRole("heading", { name: "Voyage" })).toBeVisible();
  expect((await visitor.goto(`/s/${"x".repeat(32)}`))?.status()).toBe(404);
  await visitor.close();

  await page.getByRole("button", { name: "Cancel subscription" }).click();
  await page.getByRole("button", { name: "Cancel for good" }).click();
  await expect(page.getByText("Canceled", { exact: true })).toBeVisible();
});
