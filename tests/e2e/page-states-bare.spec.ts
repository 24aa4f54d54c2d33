import { connectToProduct } from "../support/page-fault";
import { statePages } from "../support/state-pages";
import { ADMIN, CUSTOMER, enter, expect, test } from "./journey";

const WHO = { nobody: null, customer: CUSTOMER, admin: ADMIN } as const;
/** What a shop has none of on its first day. */
const TABLES = `orders services countries operators offers price_changes price_drafts offer_statistics
  service_statistics favorite_services providers supplier_offers phone_numbers phone_number_services provider_calls
  audit_events sms_messages notifications wallet_transactions holds daily_order_rollups daily_provider_rollups
  invoices payments payment_refunds unmatched_payments money_alerts withdrawals reconciliation_findings
  plans subscriptions vpn_servers user_usage projects api_keys api_call_stats webhook_endpoints webhook_deliveries`;

// Nothing comes back: these are the last tests of a run, and its data folder goes with it.
test.beforeAll(async () => {
  const client = await connectToProduct();
  // Neither the guards of the books nor the links between tables hold what is emptied all at once.
  await client.query("SET session_replication_role = replica");
  await client.query(
    TABLES.split(/\s+/)
      .map((table) => `DELETE FROM ${table};`)
      .join("\n"),
  );
  await client.end();
});

for (const visitor of ["nobody", "customer", "admin"] as const) {
  test(`on the first day every page of ${visitor} says in words that nothing is there yet`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const email = WHO[visitor];
    if (email) await enter(page, email);
    for (const { template, states } of statePages(test.info(), visitor)) {
      const { bare } = states;
      if (!(bare instanceof RegExp)) continue;
      await test.step(template, async () => {
        // What everybody sees alike is kept for some seconds.
        await expect(async () => {
          await page.goto(template);
          await expect(page.locator("main")).toContainText(bare, { timeout: 2_000 });
        }).toPass({ intervals: [1_000], timeout: 20_000 });
        await expect(page.locator("h1")).toHaveCount(1);
      });
    }
  });
}
