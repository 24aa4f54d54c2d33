import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "playwright/test";
import { NAMESPACES } from "@/lib/i18n/namespaces";
import { ADMIN, accessibilityViolations, CUSTOMER, signIn, withoutPrefetching } from "../e2e/journey";
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

/** Pictures come when they are near: the sheet shows the whole page, so all of them are asked for. */
async function drawPictures(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const late = [...document.images].filter((image) => image.loading === "lazy");
    for (const image of late) image.loading = "eager";
    // A picture that cannot be had is left as the page shows it.
    await Promise.allSettled(late.map((image) => image.decode()));
  });
}

async function check(page: Page, listed: ListedPage, direction: string, errors: string[]): Promise<void> {
  const where = listed.template;
  await expect.soft(page.locator("h1"), `${where}: one heading`).toHaveCount(1);
  await expect.soft(page.locator("[data-skeleton]"), `${where}: everything was read`).toHaveCount(0);
  // It is sent behind the page and put in its place by a script.
  await expect.soft(page, `${where}: a title`).toHaveTitle(/./);
  await expect.soft(page.locator("html"), `${where}: direction`).toHaveAttribute("dir", direction);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(overflow, `${where}: nothing scrolls sideways`).toBeLessThanOrEqual(0);
  expect.soft((await sentences(page)).match(MISSING_KEY)?.[0], `${where}: no missing key`).toBeUndefined();
  const violations = await accessibilityViolations(page);
  expect.soft(violations, `${where}: axe`).toEqual([]);
  expect.soft(errors.splice(0), `${where}: the console stays quiet`).toEqual([]);
}

/** The corners and pages that were asked for; else all of them. */
const CORNERS = process.env.CHECK_PAGES_CORNERS?.split(" ");
const wanted = ({ template }: ListedPage) => template.startsWith(process.env.CHECK_PAGES_PAGE ?? "");

/** What is no page of its own: the answer to an address that nobody has, and what is shown without a connection. */
const BESIDES: ListedPage[] = ["/no-such-page", "/offline"].map((template) => ({
  template,
  file: "",
  visitor: "nobody",
  address: async () => template,
}));

function pathOf(address: string, locale: string, prefix: string): string {
  if (address === "/offline") return `/offline/${locale}`;
  return `${prefix}${address === "/" && prefix ? "" : address}`;
}

function listen(page: Page): string[] {
  const errors: string[] = [];
  page.on("console", (message) => {
    // The mailbox shows a mail in a frame without scripts; that the browser says so is no fault. Nor is that nothing lies at an address where nothing lies.
    const expected =
      message.text().includes("about:srcdoc") || message.location().url.endsWith("/no-such-page");
    if (message.type() === "error" && !expected) errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  return errors;
}

for (const { locale, prefix, direction } of LOCALES) {
  for (const theme of THEMES) {
    for (const width of WIDTHS) {
      const corner = `${locale}-${theme}-${width}`;
      if (CORNERS && !CORNERS.includes(corner)) continue;
      const folder = join(SHEETS, corner);
      for (const visitor of ["nobody", "customer", "admin"] as const) {
        const pages = [...listPages(), ...BESIDES].filter((one) => one.visitor === visitor && wanted(one));
        if (pages.length === 0) continue;
        test(`${locale}, ${theme}, ${width} px: every page of ${visitor}`, async ({
          page,
          context,
          baseURL,
        }) => {
          test.setTimeout(20 * 60_000);
          mkdirSync(folder, { recursive: true });
          const errors = listen(page);
          await context.addCookies([{ name: "theme", value: theme, url: baseURL ?? "" }]);
          const email = WHO[visitor];
          if (email) await signIn(page, email);
          await withoutPrefetching(page);
          // The page without a connection would open what was asked for as soon as the shop answers.
          await page.route("**/api/health/ready", () => {});
          for (const listed of pages) {
            await page.setViewportSize({ width: 1280, height: 900 });
            const address = await listed.address(page);
            await page.setViewportSize({ width, height: 900 });
            await page.goto(pathOf(address, locale, prefix));
            await page.waitForLoadState("load");
            await check(page, listed, direction, errors);
            const name = listed.template.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "") || "landing";
            await drawPictures(page);
            await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
          }
        });
      }
    }
  }
}
