import type { Page } from "playwright/test";
import { type ListedPage, listPages, noteLinks, type Visitor } from "../support/page-list";
import { ADMIN, CUSTOMER, enter, expect, expectAccessible, test, withoutPrefetching } from "./journey";

/** Every page is visited once, in one of the twelve corners; `npm run check:pages` visits it in all of them. */
const LANGUAGES = [
  { name: "English", prefix: "", direction: "ltr" },
  { name: "Persian", prefix: "/fa", direction: "rtl" },
  { name: "Portuguese", prefix: "/pt-BR", direction: "ltr" },
] as const;
const THEMES = ["light", "dark"] as const;
const WIDTHS = [1280, 390] as const;
/** What is wide on one page is narrow on the next: none may scroll sideways anywhere. */
const EVERY_WIDTH = [1280, 390, 320];

const CORNERS = LANGUAGES.flatMap((language) =>
  THEMES.flatMap((theme) => WIDTHS.map((width) => ({ ...language, theme, width }))),
);
type Corner = (typeof CORNERS)[number];

const PERSIAN_IN_HAND = CORNERS.find(
  ({ name, theme, width }) => name === "Persian" && theme === "dark" && width === 390,
) as Corner;
/** One page of each frame, and what customers see most, are also seen in the corner where most goes wrong. */
const ALSO_PERSIAN = ["/", "/sign-in", "/dashboard", "/numbers", "/wallet", "/vpn", "/admin"];

const WHO = { nobody: null, customer: CUSTOMER, admin: ADMIN } as const;
const VISITORS: Visitor[] = ["nobody", "customer", "admin"];

/** So many pages are one test's: few enough that the workers end together. */
const PAGES_EACH = 12;

// They only look: each may have a worker of its own.
test.describe.configure({ mode: "parallel" });

/** Always the same for a page, whatever other pages there are. */
function cornerOf(template: string): Corner {
  const sum = [...template].reduce((before, letter) => (before * 31 + letter.charCodeAt(0)) % 9_973, 7);
  return CORNERS[sum % CORNERS.length] as Corner;
}

async function expectNothingSideways(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 844 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `nothing scrolls sideways at ${width} px`).toBeLessThanOrEqual(0);
}

async function look(page: Page, { template }: ListedPage, address: string, corner: Corner): Promise<void> {
  const { name, prefix, direction, theme, width } = corner;
  await test.step(`${template} in ${name}, ${theme}, ${width} px`, async () => {
    await page.context().addCookies([{ name: "theme", value: theme, url: test.info().project.use.baseURL }]);
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`${prefix}${address === "/" && prefix ? "" : address}`);
    await expect(page.locator("h1"), template).toHaveCount(1);
    await expect(page.locator("[data-skeleton]"), template).toHaveCount(0);
    await expect(page.locator("html")).toHaveAttribute("dir", direction);
    await noteLinks(address, page);
    await expectAccessible(page);
    for (const each of EVERY_WIDTH) await expectNothingSideways(page, each);
  });
}

for (const visitor of VISITORS) {
  // A list before its things: it tells where they are.
  const all = listPages()
    .filter((one) => one.visitor === visitor)
    .sort((one, other) => (one.template < other.template ? -1 : 1));
  const starts = all.map((_, index) => index).filter((index) => index % PAGES_EACH === 0);
  for (const start of starts) {
    test(`pages of ${visitor}, from the ${start + 1}., are accessible and fit`, async ({ page }) => {
      test.setTimeout(360_000);
      await withoutPrefetching(page);
      const email = WHO[visitor];
      if (email) await enter(page, email);
      for (const listed of all.slice(start, start + PAGES_EACH)) {
        const address = await listed.address(page);
        await look(page, listed, address, cornerOf(listed.template));
        if (ALSO_PERSIAN.includes(listed.template)) await look(page, listed, address, PERSIAN_IN_HAND);
      }
    });
  }
}

test("every page of the Persian corner exists, and every corner has pages", () => {
  const templates = listPages().map(({ template }) => template);
  expect(templates).toEqual(expect.arrayContaining(ALSO_PERSIAN));
  expect(new Set(templates.map(cornerOf)).size).toBe(CORNERS.length);
});

test("an unknown page says so in the visitor's language", async ({ page }) => {
  test.info().annotations.push({ type: "console", description: "the browser itself reports the 404" });
  const answer = await page.request.get("/fa/no-such-page");
  expect(answer.status()).toBe(404);
  expect(await answer.text()).toContain("این خط به جایی نمی‌رسد");
});
