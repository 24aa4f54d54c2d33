import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "playwright/test";
import { NAMESPACES } from "@/lib/i18n/namespaces";
import { ADMIN, accessibilityViolations, CUSTOMER, signIn } from "../e2e/journey";
import { type ListedPage, listPages } from "../support/page-list";

const LOCALES = [
  { locale: "en", prefix: "", direction: "ltr" },
  { locale: "fa", prefix: "/fa", direction: "rtl" },
  { locale: "pt-BR", prefix: "/pt-BR", direction: "ltr" },
] as const;
const THEMES = ["light", "dark"] as const;
const WIDTHS = [1280, 390] as const;
const WHO = { nobody: null, customer: CUSTOMER, admin: ADMIN } as const;

const SHEETS = join(import.meta.dirname, "../.output/check-pages");
/** What next-intl shows for a key that it lacks. */
const MISSING_KEY = new RegExp(
  `(?<![\\w./-])(?:${NAMESPACES.join("|")})\\.[a-z][A-Za-z]+(?:\\.[A-Za-z]+)*(?![\\w/-])`,
);

/** A code, an id or an action's stable name is no sentence; neighbours are not one word. */
async function sentences(page: Page): Promise<string> {
  return page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (texts.nextNode()) {
      const within = texts.currentNode.parentElement?.closest("code, pre, script, style, [data-verbatim]");
      if (!within) found.push(texts.currentNode.textContent ?? "");
    }
    return found.join("\n");
  });
}

async function check(page: Page, listed: ListedPage, direction: string, errors: string[]): Promise<void> {
  const where = listed.template;
  await expect.soft(page.locator("h1"), `${where}: one heading`).toHaveCount(1);
  await expect.soft(page.locator("[data-skeleton]"), `${where}: everything was read`).toHaveCount(0);
  await expect.soft(page.locator("html"), `${where}: direction`).toHaveAttribute("dir", direction);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(overflow, `${where}: nothing scrolls sideways`).toBeLessThanOrEqual(0);
  expect.soft((await sentences(page)).match(MISSING_KEY)?.[0], `${where}: no missing key`).toBeUndefined();
  const violations = await accessibilityViolations(page);
  expect.soft(violations, `${where}: axe`).toEqual([]);
  expect.soft(errors.splice(0), `${where}: the console stays quiet`).toEqual([]);
}

for (const { locale, prefix, direction } of LOCALES) {
  for (const theme of THEMES) {
    for (const visitor of ["nobody", "customer", "admin"] as const) {
      test(`${locale}, ${theme}: every page of ${visitor}`, async ({ page, context, baseURL }) => {
        test.setTimeout(600_000);
        const errors: string[] = [];
        page.on("console", (message) => {
          // The mailbox shows a mail in a frame without scripts; that the browser says so is no fault.
          if (message.type() === "error" && !message.text().includes("about:srcdoc"))
            errors.push(message.text());
        });
        page.on("pageerror", (error) => errors.push(error.message));
        await context.addCookies([{ name: "theme", value: theme, url: baseURL ?? "" }]);
        const email = WHO[visitor];
        if (email) await signIn(page, email);
        for (const listed of listPages().filter((one) => one.visitor === visitor)) {
          await page.setViewportSize({ width: 1280, height: 900 });
          const address = await listed.address(page);
          for (const width of WIDTHS) {
            await page.setViewportSize({ width, height: 900 });
            await page.goto(`${prefix}${address === "/" && prefix ? "" : address}`);
            await page.waitForLoadState("load");
            await check(page, listed, direction, errors);
            const folder = join(SHEETS, `${locale}-${theme}-${width}`);
            mkdirSync(folder, { recursive: true });
            const name = listed.template.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "") || "landing";
            await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
          }
        }
      });
    }
  }
}
