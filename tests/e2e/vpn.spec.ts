import jsQR from "jsqr";
import type { Page } from "playwright/test";
import { makePerson } from "../support/product-person";
import { makeVpnShop, tellServers } from "../support/vpn-shop";
import { ADMIN, enter, expect, expectAccessible, test } from "./journey";

const idOf = (page: Page) => new URL(page.url()).pathname.split("/").at(-1) ?? "";

/** What a camera reads from the screen. */
async function scannedCode(page: Page): Promise<string | undefined> {
  const shot = (await page.getByRole("img", { name: /QR/ }).screenshot()).toString("base64");
  const { pixels, width, height } = await page.evaluate(async (source) => {
    const image = new Image();
    image.src = `data:image/png;base64,${source}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d");
    if (!context) throw new Error("no canvas");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    return { pixels: Array.from(data), width: image.width, height: image.height };
  }, shot);
  return jsQR(Uint8ClampedArray.from(pixels), width, height)?.data;
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
  await enter(page, await makePerson("vpn", { usd: 20 }));
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
  expect(await scannedCode(page)).toBe(link);
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
  expect(list.split("\n")).toContain(copied);
  await expect(page.getByRole("heading", { name: /^Traffic, 30 days/ })).toBeVisible();
  await expect(page.getByText(/^1[78](?:\.\d)? GB of 50 GB used$/)).toBeVisible();
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

test("a plan is paid by card from its dialog, and the invoice leads to the subscription", async ({
  page,
}) => {
  await enter(page, await makePerson("vpn-card"));
  await page.goto("/vpn?period=90");
  await page.getByRole("button", { name: "Buy Voyage for $12.00" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByRole("radio", { name: /^Wallet/ })).toBeDisabled();
  await dialog.getByRole("radio", { name: /^Card/ }).check();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Continue to payment" }).click();
  await page.getByText("4242 4242 4242 4242").click();
  await page.getByRole("button", { name: "Pay 12.00 USD" }).click();
  await page.waitForURL(/\/wallet\/invoices\//);
  await expect(page.getByRole("definition").filter({ hasText: "VPN plan Voyage, 90 days" })).toBeVisible();
  await page.getByRole("link", { name: "To my subscription" }).click();
  await expect(page).toHaveURL(/\/vpn\/subscriptions\/[0-9a-f-]{36}$/);
});

test("a top-up leads back to where it was wanted, and to no other site", async ({ page }) => {
  await enter(page, await makePerson("vpn-back"));
  const payByCard = async (address: string) => {
    await page.goto(address);
    await page.getByRole("radio", { name: /^Card/ }).check();
    await page.getByRole("button", { name: "Continue to payment" }).click();
    await page.getByText("4242 4242 4242 4242").click();
    await page.getByRole("button", { name: "Pay 6.00 USD" }).click();
    await page.waitForURL(/\/wallet\/invoices\//);
    await expect(page.getByTestId("credited")).toContainText("$6.00");
  };
  const way = page.getByRole("link", { name: "Go on where you were" });
  await payByCard(`/wallet/top-up?amount=6.00&back=${encodeURIComponent("//evil.example/vpn")}`);
  await expect(way).toHaveCount(0);
  await payByCard(`/wallet/top-up?amount=6.00&back=${encodeURIComponent("/vpn?period=90")}`);
  await way.click();
  await expect(page).toHaveURL(/\/vpn\?period=90$/);
});

test("everybody sees the plans, and choosing one leads to its place in the shop", async ({ page }) => {
  await page.goto("/pricing");
  await page.getByRole("link", { name: "VPN plans" }).first().click();
  await expect(page).toHaveURL(/\/pricing\/vpn$/);
  const choose = page.getByRole("link", { name: "Choose Voyage: Quarter" });
  expect(await choose.getAttribute("href")).toContain(`back=${encodeURIComponent("/vpn?period=90")}`);
});

test("a renewal is paid by card, and an administrator is told what an extension does before it is done", async ({
  page,
  browser,
}) => {
  const person = await makePerson("vpn-renew", { usd: 13 });
  await enter(page, person);
  await page.goto("/vpn?period=90");
  await page.getByRole("button", { name: "Buy Voyage for $12.00" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Buy for $12.00" }).click();
  await expect(page).toHaveURL(/\/vpn\/subscriptions\/[0-9a-f-]{36}$/);
  const id = idOf(page);
  await page.getByRole("button", { name: "Renew for $12.00" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("radio", { name: /^Card/ }).check();
  await dialog.getByRole("button", { name: "Continue to payment" }).click();
  await page.getByText("4242 4242 4242 4242").click();
  await page.getByRole("button", { name: "Pay 12.00 USD" }).click();
  await page.waitForURL(/\/wallet\/invoices\//);
  await page.getByRole("link", { name: "To my subscription" }).click();
  await expect(page.getByText("180 days left")).toBeVisible();

  const staff = await browser.newPage();
  await enter(staff, ADMIN);
  await staff.goto(`/admin/vpn/subscriptions?search=${id}`);
  await staff
    .getByRole("table")
    .getByRole("link", { name: /^#\d+$/ })
    .click();
  await staff.getByRole("button", { name: "Add traffic" }).click();
  const effect = staff.getByRole("alertdialog");
  await expect(effect).toContainText("Traffic of the period: 310 GB instead of 300 GB.");
  await effect.getByLabel("Reason").fill("a day without service");
  await effect.getByRole("button", { name: "Add traffic" }).click();
  await expect(staff.getByText("of 310 GB")).toBeVisible();
  await expect(staff.getByText("a day without service")).toBeVisible();
  await staff.close();
});
