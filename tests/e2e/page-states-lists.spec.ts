import { readFileSync } from "node:fs";
import { join } from "node:path";
import { addressOf } from "../support/page-address";
import { listPages } from "../support/page-list";
import { PAGE_STATES } from "../support/page-states";
import { statePages } from "../support/state-pages";
import { ADMIN, CUSTOMER, enter, expect, test } from "./journey";

// They only look: each may have a worker of its own.
test.describe.configure({ mode: "parallel" });

const WHO = { nobody: null, customer: CUSTOMER, admin: ADMIN } as const;
const CLEAR = /^(?:Clear filters|Show the whole board)$/;

test("every list that its address narrows is in the table", () => {
  const root = join(import.meta.dirname, "../..");
  const lists = listPages().filter(({ file }) =>
    readFileSync(join(root, file), "utf8").includes("<TableIsland key="),
  );
  expect(lists.length).toBeGreaterThan(0);
  const missing = lists.filter(({ template }) => !PAGE_STATES[template]?.nothing);
  expect(missing.map(({ template }) => template)).toEqual([]);
});

for (const visitor of ["nobody", "customer", "admin"] as const) {
  test(`every list of ${visitor} that can be searched says that nothing matches, and clears its filters`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const email = WHO[visitor];
    if (email) await enter(page, email);
    for (const { template, states } of statePages(test.info(), visitor)) {
      const { nothing } = states;
      if (!nothing) continue;
      await test.step(template, async () => {
        const address = await addressOf(template);
        await page.goto(`${address}${nothing}`);
        await expect(page.locator("[data-skeleton]")).toHaveCount(0);
        const main = page.locator("main");
        const clear = main.getByRole("link", { name: CLEAR });
        // The bar above the list offers it too; the last is the next step of the empty list.
        await expect(main.getByText(/^(?:Nothing|No offer)/).first(), template).toBeVisible();
        await clear.last().click();
        await expect(clear, template).toHaveCount(0);
        await expect(page).not.toHaveURL(/zzzzzz|pigeon|max=/);
      });
    }
  });
}
