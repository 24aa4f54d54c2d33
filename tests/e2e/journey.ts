import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "playwright/test";

export const PASSWORD = "patchbay-demo";
export const CUSTOMER = "customer@patchbay.test";
export const ADMIN = "admin@patchbay.test";
export const SUPPORT = "support@patchbay.test";

/** Fails the test when a page writes an error to the console or throws. */
export const test = base.extend<{ quietConsole: undefined }>({
  quietConsole: [
    async ({ page }, use) => {
      const problems: string[] = [];
      page.on("console", (message) => {
        // The mailbox shows a mail in a frame without scripts; that the browser says so is no fault.
        const isSandboxedMail = message.text().includes("about:srcdoc");
        if (message.type() === "error" && !isSandboxedMail) problems.push(message.text());
      });
      page.on("pageerror", (error) => problems.push(error.message));
      await use(undefined);
      expect(problems, "the console stays quiet").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Signs in by the form, as a person would. */
export async function signIn(page: Page, email = CUSTOMER): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail or username").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  // A password is slow to prove, and on a busy machine twice so.
  await expect(page.getByRole("button", { name: /^Account of/ })).toBeVisible({ timeout: 30_000 });
}

type Cookies = Awaited<ReturnType<ReturnType<Page["context"]>["cookies"]>>;
const KEPT = new Map<string, Cookies>();

/** Links in view are fetched ahead, some forty a page, and few are followed. Journeys that sign in by the form keep that. */
export async function withoutPrefetching(page: Page): Promise<void> {
  await page.context().addInitScript(() => {
    const ask = window.fetch;
    window.fetch = (input, init) =>
      new Headers(init?.headers).has("next-router-prefetch") ? new Promise(() => {}) : ask(input, init);
  });
}

/** Signed in by the door that the form calls, without a page: what a journey does first is not what it is about. */
export async function enter(page: Page, email = CUSTOMER): Promise<void> {
  const { request } = page;
  await withoutPrefetching(page);
  const kept = KEPT.get(email);
  if (kept) {
    await page.context().addCookies(kept);
    // Nobody has ended that session meanwhile.
    if ((await request.get("/api/portal/activations")).ok()) return;
  }
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  await request.post("/api/auth/callback/credentials", {
    form: { csrfToken, identifier: email, password: PASSWORD, json: "true" },
  });
  expect((await request.get("/api/portal/activations")).status(), `${email} is signed in`).toBe(200);
  const cookies = await page.context().cookies();
  KEPT.set(
    email,
    cookies.filter(({ name }) => name.includes("session")),
  );
}

/** What is free to spend, as the top bar says it: a decimal string. */
export async function available(page: Page): Promise<string> {
  const text = await page.getByTestId("balance").locator("[data-available]").getAttribute("data-available");
  return text ?? "";
}

/** A decimal string minus another, in cents: the demo's prices have no finer digits. */
export function minus(from: string, what: string): string {
  const cents = (text: string) => Math.round(Number(text) * 100);
  return ((cents(from) - cents(what)) / 100).toFixed(2);
}

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Until nothing fades or slides any more: a colour on its way is nobody's colour. What turns for ever is left alone. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter((animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime));
    await Promise.allSettled(passing.map((animation) => animation.finished));
  });
}

/** What stands further down in a table, a list or a long reference is made as its first lines are. */
const FURTHER_LINES = ["tbody > tr", "li", "[role=option]", "[role=row]", "option", "section"].map(
  (line) => `${line}:nth-child(n + 9)`,
);

/**
 * Only violations are described, and in the page itself: there is no frame of another site to join. A mail's own frame runs no
 * scripts, so nothing can look into it. No rule of these tags reads style sheets, so none is fetched again for it.
 */
const analyze = (page: Page, excluded: string[]) =>
  [...excluded, "iframe[sandbox]"]
    .reduce((builder, selector) => builder.exclude(selector), new AxeBuilder({ page }))
    .options({ resultTypes: ["violations"], preload: { assets: ["media"] } })
    .withTags(TAGS)
    .setLegacyMode(true)
    .analyze();

async function violationsOutside(page: Page, excluded: string[]): Promise<string[]> {
  // A page that waits for its reads sends its title after them.
  await expect(page).toHaveTitle(/\S/);
  await settled(page);
  let report = await analyze(page, excluded);
  // React takes the old title away before it puts the new one. Whoever met that moment looks again; no title at all fails here.
  if (report.violations.some(({ id }) => id === "document-title")) {
    await expect(page).toHaveTitle(/\S/);
    report = await analyze(page, excluded);
  }
  return report.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(" ")}`);
}

/** What a program can find against WCAG 2.2 AA. */
export const accessibilityViolations = (page: Page): Promise<string[]> => violationsOutside(page, []);

/** The same, of long lists their first lines: the contrast of each word is measured, which is most of a run. `npm run check:pages` looks at every line. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsOutside(page, FURTHER_LINES)).toEqual([]);
}
