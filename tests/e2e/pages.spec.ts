import type { Page } from "playwright/test";
import { listPages } from "../support/page-list";
import { ADMIN, CUSTOMER, enter, expect, expectAccessible, test } from "./journey";

/** Two corners of languages, themes and widths, staff in one; `npm run check:pages` visits all of them with everybody. */
const LOOKS = [
  {
    name: "English, light, 1280 px",
    prefix: "",
    theme: "light",
    width: 1280,
    visitors: ["nobody", "customer", "admin"],
    hasAxe: true,
  },
  {
    name: "Persian, dark, 390 px",
    prefix: "/fa",
    theme: "dark",
    width: 390,
    visitors: ["nobody", "customer"],
    // The same elements in other colours and another order: `npm run check:pages` asks axe in every corner.
    hasAxe: false,
  },
] as const;

const WHO = { nobody: null, customer: CUSTOMER, admin: ADMIN } as const;

/** So many pages are one test's: few enough that two workers end together. */
const PAGES_EACH = 12;

// They only look: each may have a worker of its own.
test.describe.configure({ mode: "parallel" });

async function expectNothingSideways(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, "nothing scrolls sideways").toBeLessThanOrEqual(0);
}

for (const look of LOOKS) {
  const parts = look.visitors.flatMap((visitor) => {
    const pages = listPages().filter((one) => one.visitor === visitor);
    const starts = pages.map((_, index) => index).filter((index) => index % PAGES_EACH === 0);
    return starts.map((start) => ({ visitor, start, pages: pages.slice(start, start + PAGES_EACH) }));
  });
  for (const { visitor, start, pages } of parts) {
    test(`pages of ${visitor}, from the ${start + 1}., pass: ${look.name}`, async ({
      page,
      context,
      baseURL,
    }) => {
      test.setTimeout(360_000);
      await context.addCookies([{ name: "theme", value: look.theme, url: baseURL ?? "" }]);
      const email = WHO[visitor];
      if (email) await enter(page, email);
      for (const listed of pages) {
        await test.step(listed.template, async () => {
          await page.setViewportSize({ width: 1280, height: 844 });
          const address = await listed.address(page);
          await page.setViewportSize({ width: look.width, height: 844 });
          await page.goto(`${look.prefix}${address === "/" && look.prefix ? "" : address}`);
          await expect(page.locator("h1"), listed.template).toHaveCount(1);
          await expect(page.locator("[data-skeleton]")).toHaveCount(0);
          if (look.hasAxe) await expectAccessible(page);
          await expectNothingSideways(page);
          if (look.width === 1280) {
            await page.setViewportSize({ width: 320, height: 700 });
            await expectNothingSideways(page);
          }
        });
      }
    });
  }
}

test("an unknown page says so in the visitor's language", async ({ page }) => {
  test.info().annotations.push({ type: "console", description: "the browser itself reports the 404" });
  const answer = await page.request.get("/fa/no-such-page");
  expect(answer.status()).toBe(404);
  expect(await answer.text()).toContain("این خط به جایی نمی‌رسد");
});
