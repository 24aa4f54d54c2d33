import { setTimeout as pause } from "node:timers/promises";
import type { BrowserContext, Locator, Page } from "playwright/test";
import { addressOf } from "../support/page-address";
import { type HeldTable, holdTable } from "../support/page-fault";
import { listPages } from "../support/page-list";
import { PAGE_STATES, type PageStates } from "../support/page-states";
import { SAMPLE, statePages } from "../support/state-pages";
import { ADMIN, CUSTOMER, enter, expect, test } from "./journey";

const WHO = { customer: CUSTOMER, admin: ADMIN } as const;
/** Where a page is opened from, when it is opened from inside. */
const ELSEWHERE = "/settings/preferences";
const PATIENCE_MS = 20_000;

// A page that fails is told to the console, too.
test.use({ quietConsole: undefined });

/** What says that the page, or a part of it, could not be read, and offers to try again. */
function failures(page: Page): Locator {
  return page.getByRole("alert").filter({ has: page.getByRole("button", { name: "Try again" }) });
}

/** Follows a link without loading the document anew, as the product's own links do. */
async function openFromInside(page: Page, address: string): Promise<void> {
  const follow = (href: string) => {
    const { next } = window as unknown as { next: { router: { push(href: string): void } } };
    next.router.push(href);
  };
  // Loaded is not yet alive: until the page has taken over from the server, its router throws.
  await expect(() => page.evaluate(follow, address)).toPass({ intervals: [50], timeout: PATIENCE_MS });
}

/** Breaks whatever waits for the table until the answer is there. */
async function breakUntil(answered: Promise<unknown>, held: HeldTable): Promise<void> {
  const settled = answered.then(
    () => true,
    () => true,
  );
  while (!(await Promise.race([settled, pause(100, false)]))) await held.fail();
}

/** What everybody sees alike is kept for some seconds: only after that time the page reads the table, and fails. */
async function waitUntilReadAnew(page: Page, address: string, held: HeldTable): Promise<void> {
  await expect(async () => {
    let status = 0;
    const answered = page.request.get(address, { timeout: 5_000 }).then((answer) => {
      status = answer.status();
    });
    await breakUntil(answered, held);
    expect(status).toBe(500);
  }).toPass({ intervals: [300], timeout: PATIENCE_MS });
}

async function expectLoading(page: Page): Promise<void> {
  await expect(page.locator("main [data-skeleton]").first()).toBeVisible({ timeout: PATIENCE_MS });
  await expect(page.getByRole("navigation").first(), "the frame is there").toBeVisible();
}

/** Breaks what the page waits for until the page says so. */
async function expectFailure(page: Page, held: HeldTable): Promise<void> {
  await expect(async () => {
    await held.fail();
    await expect(failures(page).first()).toBeVisible({ timeout: 250 });
  }).toPass({ intervals: [50], timeout: PATIENCE_MS });
  await expect(failures(page).first().locator("code"), "the request's id is told").not.toBeEmpty();
}

async function expectRecovery(page: Page): Promise<void> {
  await expect(async () => {
    const first = failures(page).first();
    if (await first.isVisible()) await first.getByRole("button").click({ timeout: 1_000 });
    await expect(failures(page)).toHaveCount(0, { timeout: 1_000 });
    await expect(page.locator("[data-skeleton]")).toHaveCount(0, { timeout: 1_000 });
    await expect(page.locator("h1")).toHaveCount(1, { timeout: 1_000 });
  }).toPass({ timeout: PATIENCE_MS });
}

async function seeStates(page: Page, address: string, { reads = "", way = "open" }: PageStates) {
  if (way === "inside") await page.goto(ELSEWHERE);
  const held = await holdTable(reads);
  try {
    const opened =
      way === "inside" ? openFromInside(page, address) : page.goto(address, { waitUntil: "commit" });
    opened.catch(() => undefined);
    await expectLoading(page);
    await expectFailure(page, held);
    await held.release();
    await opened;
    await expectRecovery(page);
  } finally {
    await held.release();
  }
}

/** Pages that read the same fail one after the other, before any of them keeps a new reading; then all recover. */
async function seeWholePages(context: BrowserContext, table: string, addresses: string[]) {
  const held = await holdTable(table);
  try {
    const pages: Page[] = [];
    for (const address of addresses) {
      const page = await context.newPage();
      await waitUntilReadAnew(page, address, held);
      await breakUntil(page.goto(address), held);
      await expectFailure(page, held);
      pages.push(page);
    }
    await held.release();
    for (const page of pages) {
      await expectRecovery(page);
      await page.close();
    }
  } finally {
    await held.release();
  }
}

test("the table of states names every page", () => {
  const pages = listPages().map(({ template }) => template);
  expect(Object.keys(PAGE_STATES).sort()).toEqual(pages.sort());
  expect(pages).toEqual(expect.arrayContaining([...SAMPLE]));
});

test("every public page is sent whole, says when it could not be read, and recovers", async ({ context }) => {
  test.setTimeout(120_000);
  const whole = statePages(test.info(), "nobody").filter(({ states }) => states.way === "whole");
  const tables = new Set(whole.map(({ states }) => states.reads ?? ""));
  for (const table of tables) {
    const templates = whole.filter(({ states }) => states.reads === table).map(({ template }) => template);
    await test.step(table, async () =>
      seeWholePages(context, table, await Promise.all(templates.map(addressOf))),
    );
  }
});

for (const visitor of ["customer", "admin"] as const) {
  test(`every page of ${visitor} shows its shape while it is read, says when it could not be, and recovers`, async ({
    page,
  }) => {
    test.setTimeout(600_000);
    await enter(page, WHO[visitor]);
    for (const { template, states } of statePages(test.info(), visitor)) {
      if (!states.reads || states.way === "whole") continue;
      await test.step(template, async () => {
        await seeStates(page, `${await addressOf(template)}${states.query ?? ""}`, states);
      });
    }
  });
}
