import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright/test";
import { type BuiltAction, builtActions, NOBODYS_ID } from "../support/built-actions";
import { addressOf } from "../support/page-address";
import { listPages } from "../support/page-list";
import { errorsSince, logEnd } from "../support/product-log";
import { ADMIN, CUSTOMER, enter, expect, SUPPORT, test } from "./journey";

// Generated from the code and from the build: a new action or page is tried without anybody listing it here.

const ROOT = join(import.meta.dirname, "../..");

// They only look: each may have a worker of its own.
test.describe.configure({ mode: "parallel" });

/** The names of the actions that only an admin may call, read from their source. */
function adminActionNames(): string[] {
  const folder = join(ROOT, "lib/actions");
  return readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .flatMap((source) => [...source.matchAll(/export const (\w+) = staffAction\("ADMIN"\)/g)])
    .map(([, name]) => name ?? "");
}

/** Well formed and unknown; of the wrong kind; too large a number; what a person types. */
const GUESSES = [NOBODYS_ID, "0", "99999999999999999999", "new", "..%2Fx", "%27"];

async function callAction(page: Page, action: BuiltAction): Promise<string> {
  const answer = await page.request.post(action.path, {
    headers: {
      "next-action": action.id,
      "content-type": "text/plain;charset=UTF-8",
      accept: "text/x-component",
    },
    data: "[null,null]",
    maxRedirects: 0,
  });
  return answer.text();
}

/** Forms that write, and buttons that ask for a confirmation: what changes something is one of them. Read from the page as it is sent, with what streams in later. */
async function changingControls(page: Page, html: string): Promise<string[]> {
  return page.evaluate((text) => {
    const sent = new DOMParser().parseFromString(text, "text/html");
    const parts = [...sent.querySelectorAll('main, [hidden][id^="S:"]')];
    const forms = parts
      .flatMap((part) => [...part.querySelectorAll("form")])
      .filter((form) => form.method === "post" || form.getAttribute("action")?.startsWith("javascript:"));
    const asking = parts.flatMap((part) => [...part.querySelectorAll('button[aria-haspopup="dialog"]')]);
    return [...new Set([...forms, ...asking])].map((found) => found.textContent?.trim().slice(0, 60) ?? "");
  }, html);
}

/** The pages of the back office where something can be changed, as this person is sent them; all of them, or the first so many. */
async function changingPages(page: Page, email: string, most = Number.POSITIVE_INFINITY) {
  await enter(page, email);
  const changing = new Map<string, string[]>();
  for (const { template } of listPages().filter(({ visitor }) => visitor === "admin")) {
    const answer = await page.request.get(await addressOf(template));
    expect(answer.status(), template).toBe(200);
    const html = await answer.text();
    // What throws while it streams leaves its digest.
    expect(html, template).not.toContain("data-dgst");
    const controls = await changingControls(page, html);
    if (controls.length > 0) changing.set(template, controls);
    if (changing.size === most) break;
  }
  return changing;
}

test("support and customers are refused every admin action by its id", async ({ browser }) => {
  const names = adminActionNames();
  const actions = builtActions().filter(({ name }) => names.includes(name));
  expect(actions.map(({ name }) => name).sort(), "the build holds every admin action").toEqual(
    [...names].sort(),
  );
  for (const email of [SUPPORT, CUSTOMER]) {
    const page = await browser.newPage();
    await enter(page, email);
    for (const action of actions) {
      expect(await callAction(page, action), `${action.name} by ${email}`).toContain('"reason":"forbidden"');
    }
    await page.close();
  }
  // The same call by an admin gets further: the refusal above is about the person.
  const admin = await browser.newPage();
  await enter(admin, ADMIN);
  const grant = actions.find(({ name }) => name === "grantCreditAction");
  expect(await callAction(admin, grant as BuiltAction)).toContain("validationErrors");
  await admin.close();
});

test("support sees every page of the back office and finds nothing there that changes anything", async ({
  page,
  browser,
}) => {
  test.setTimeout(300_000);
  expect([...(await changingPages(page, SUPPORT))]).toEqual([]);
  // The same reading finds them where they are.
  const admin = await browser.newPage();
  expect((await changingPages(admin, ADMIN, 11)).size, "pages where an admin changes things").toBe(11);
  await admin.close();
});

test("a guessed id leads nowhere, and to customers there is no back office", async ({ page, browser }) => {
  test.setTimeout(120_000);
  const start = logEnd();
  const pages = listPages().filter(({ visitor }) => visitor === "admin");
  await enter(page, SUPPORT);
  for (const { template } of listPages().filter((one) => one.template.includes("["))) {
    for (const id of GUESSES) {
      const guessed = template.replaceAll(/\[\w+\]/g, id);
      // A page of that name is no guess.
      if (listPages().some((page) => page.template === guessed)) continue;
      const answer = await page.request.get(guessed);
      expect(answer.status(), `${template} ${id}`).toBe(404);
    }
  }
  for (const { template } of listPages()) {
    const answer = await page.request.get(
      `${template === "/" ? "" : template.replaceAll(/\[\w+\]/g, "x")}/%00`,
    );
    expect(answer.status(), `${template} with a NUL behind it`).toBe(400);
  }
  const customer = await browser.newPage();
  await enter(customer, CUSTOMER);
  for (const { template } of pages) {
    const answer = await customer.request.get(template.replaceAll(/\[\w+\]/g, NOBODYS_ID));
    expect(answer.status(), template).toBe(404);
  }
  await customer.close();
  // What is one customer's own is as unknown to everybody else.
  const own = listPages().filter((one) => one.visitor === "customer" && one.template.includes("["));
  for (const { template } of own) {
    const answer = await page.request.get(await addressOf(template));
    expect(answer.status(), `${template} of somebody else`).toBe(404);
  }
  // A page may have thrown behind the 404 that its frame had sent already.
  expect(errorsSince(start)).toEqual([]);
});
