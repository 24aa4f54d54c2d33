import type { Page } from "playwright/test";
import { makePerson } from "../support/product-person";
import { expectFocusSeen, tabTo } from "./focus";
import { available, CUSTOMER, enter, expect, minus, PASSWORD, test } from "./journey";

/** Signs in without the mouse. */
async function signInByKeyboard(page: Page, email = CUSTOMER): Promise<void> {
  await page.goto("/sign-in");
  await tabTo(page, page.getByLabel("E-mail or username"));
  await page.keyboard.type(email);
  await tabTo(page, page.getByLabel("Password", { exact: true }));
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("balance")).toBeVisible();
}

/** Searches with "/", chooses with Enter, goes to a country's row and rents with "r". */
async function rentByKeyboard(page: Page, search: string, slug: string, country: string): Promise<void> {
  await page.goto("/numbers");
  // The page listens once it has taken over from the server.
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox")).toBeFocused({ timeout: 500 });
  }).toPass();
  await expectFocusSeen(page);
  await page.keyboard.type(search);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`service=${slug}`));
  // The first row that can be rented has the focus; the arrows go on from there.
  const rent = page.getByTestId(`offer-${country}`).getByRole("button");
  await expect(page.locator("[data-testid^=offer-] button:focus")).toBeVisible();
  await expect(async () => {
    await page.keyboard.press("ArrowDown");
    await expectFocusSeen(page);
    await expect(rent).toBeFocused({ timeout: 50 });
  }).toPass({ intervals: [0] });
  await page.keyboard.press("r");
  await expect(page).toHaveURL(/\/numbers\/[0-9a-f-]{36}$/);
}

test("by keyboard alone: search, rent, see the code, copy it, finish", async ({ page }) => {
  await signInByKeyboard(page);
  await rentByKeyboard(page, "wa", "whatsapp", "id");
  const code = page.getByTestId("code");
  await expect(code).toBeVisible({ timeout: 40_000 });
  await tabTo(page, page.getByRole("button", { name: "Copy code" }));
  await page.keyboard.press("Enter");
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe(await code.getAttribute("data-code"));
  await tabTo(page, page.getByRole("button", { name: "Finish" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Finished").first()).toBeVisible();
});

test("by keyboard alone: rent, cancel with refund, top up, sign out", async ({ page }) => {
  // Whose balance nobody else moves.
  await signInByKeyboard(page, await makePerson("keys", { usd: 20 }));
  await rentByKeyboard(page, "google", "google", "gb");
  const cancel = page.getByRole("button", { name: /Cancel and refund|Cancel in/ });
  await expect(cancel).toBeEnabled();
  await tabTo(page, cancel);
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toBeVisible();
  await tabTo(page, dialog.getByRole("button", { name: "Cancel and refund" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Cancelled, refunded").first()).toBeVisible();
  await expect(page.getByText(/is back in your wallet/)).toBeVisible();

  await tabTo(page, page.getByRole("link", { name: "Wallet" }).first(), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/wallet$/);
  const before = await available(page);
  await tabTo(page, page.getByRole("main").getByRole("link", { name: "Add money" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/wallet\/top-up$/);
  await tabTo(page, page.getByLabel("Amount in USD"));
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("7.50");
  await page.keyboard.press("Enter");
  // The payment service's own page.
  const pay = page.getByRole("button", { name: "Pay 7.50 USD" });
  await expect(pay).toBeVisible();
  await tabTo(page, pay);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/wallet\/invoices\//);
  await expect(page.getByTestId("credited")).toContainText("$7.50");
  await expect.poll(() => available(page)).toBe(minus(before, "-7.50"));

  await tabTo(page, page.getByRole("button", { name: /^Account of/ }));
  await page.keyboard.press("Enter");
  const signOut = page.getByRole("menuitem", { name: "Sign out" });
  await expect(signOut).toBeVisible();
  await expect(async () => {
    await page.keyboard.press("ArrowDown");
    await expect(signOut).toBeFocused({ timeout: 200 });
  }).toPass({ intervals: [0] });
  await expectFocusSeen(page);
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("balance")).toBeHidden();
  await page.goto("/numbers");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("by keyboard alone: each list of the buy page is one stop; arrows, Home, End and letters lead inside", async ({
  page,
}) => {
  await enter(page, CUSTOMER);
  await page.goto("/numbers?service=whatsapp");
  const choices = page.getByRole("region", { name: "Services" });
  // The search, then the list itself, then what is beside it.
  await expect(async () => {
    await page.getByRole("searchbox").focus();
    await page.keyboard.press("ArrowDown");
    await expect(choices.getByRole("link", { name: /^WhatsApp/ })).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("Home");
  await expect(choices.locator("[data-control=link]").first()).toBeFocused();
  await page.keyboard.press("End");
  await expect(choices.locator("[data-control=link]").last()).toBeFocused();
  await expectFocusSeen(page);
  await page.keyboard.type("tele");
  await expect(choices.getByRole("link", { name: /^Telegram/ })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(choices.getByRole("button", { name: /^Add Telegram.* to favourites$/ })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(choices.locator(":focus"), "the next stop is outside the list").toHaveCount(0);
});
