import { ADMIN, expect, expectAccessible, signIn, test } from "./journey";

const PUBLIC = ["/", "/sign-in", "/sign-up", "/forgot-password"];
const PORTAL = ["/dashboard", "/numbers", "/numbers/history", "/wallet", "/settings", "/settings/security"];
const BACK_OFFICE = ["/admin", "/admin/users", "/admin/orders", "/admin/simulators"];

/** The two corners of languages and themes; `npm run check:pages` will visit the rest. */
const LOOKS = [
  { name: "English, light", prefix: "", theme: "light" },
  { name: "Persian, dark", prefix: "/fa", theme: "dark" },
] as const;

for (const look of LOOKS) {
  for (const width of [1280, 390]) {
    test(`every page is accessible and fits: ${look.name}, ${width} px`, async ({
      page,
      context,
      baseURL,
    }) => {
      test.slow();
      await page.setViewportSize({ width, height: 844 });
      await context.addCookies([{ name: "theme", value: look.theme, url: baseURL ?? "" }]);
      const visit = async (path: string) => {
        await test.step(path, async () => {
          await page.goto(`${look.prefix}${path === "/" && look.prefix ? "" : path}`);
          await expect(page.locator("h1")).toHaveCount(1);
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - window.innerWidth,
          );
          expect(overflow, "nothing scrolls sideways").toBeLessThanOrEqual(0);
          await expectAccessible(page);
        });
      };
      for (const path of PUBLIC) await visit(path);
      await signIn(page, ADMIN);
      for (const path of [...PORTAL, ...BACK_OFFICE]) await visit(path);
    });
  }
}

test("an unknown page says so in the visitor's language", async ({ page }) => {
  test.info().annotations.push({ type: "console", description: "the browser itself reports the 404" });
  const answer = await page.request.get("/fa/no-such-page");
  expect(answer.status()).toBe(404);
  expect(await answer.text()).toContain("این خط به جایی نمی‌رسد");
});
