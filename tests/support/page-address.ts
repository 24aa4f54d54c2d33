import { readFileSync } from "node:fs";
import { connectToProduct } from "./page-fault";
import { PREVIEW_FILE, SHARED_FILE } from "./page-list";

/** The id of one thing that a page shows; the tests of the pages find the same by their links. */
const IDS: Record<string, string> = {
  "/numbers/[id]": `SELECT o.id FROM orders o JOIN users u ON u.id = o.user_id
     WHERE u.email = 'customer@patchbay.test' ORDER BY o.number DESC LIMIT 1`,
  "/wallet/invoices/[id]": `SELECT i.id FROM invoices i JOIN users u ON u.id = i.user_id
     WHERE u.email = 'customer@patchbay.test' ORDER BY i.number DESC LIMIT 1`,
  "/wallet/withdrawals/[id]": `SELECT w.id FROM withdrawals w JOIN users u ON u.id = w.user_id
     WHERE u.email = 'customer@patchbay.test' ORDER BY w.number DESC LIMIT 1`,
  "/vpn/subscriptions/[id]": `SELECT s.id FROM subscriptions s JOIN users u ON u.id = s.user_id
     WHERE u.email = 'customer@patchbay.test' ORDER BY s.number DESC LIMIT 1`,
  "/developers/projects/[id]": `SELECT p.id FROM projects p JOIN users u ON u.id = p.user_id
     WHERE u.email = 'customer@patchbay.test' ORDER BY p.created_at LIMIT 1`,
  "/developers/keys/[id]": `SELECT k.id FROM api_keys k JOIN users u ON u.id = k.user_id
     WHERE u.email = 'customer@patchbay.test' ORDER BY k.created_at LIMIT 1`,
  "/developers/webhooks/[id]": `SELECT e.id FROM webhook_endpoints e JOIN users u ON u.id = e.user_id
     WHERE u.email = 'customer@patchbay.test' ORDER BY e.created_at LIMIT 1`,
  "/admin/withdrawals/[id]": "SELECT id FROM withdrawals ORDER BY number DESC LIMIT 1",
  "/admin/invoices/[id]": "SELECT id FROM invoices ORDER BY number DESC LIMIT 1",
  "/admin/transactions/[id]": "SELECT id FROM wallet_transactions ORDER BY created_at DESC LIMIT 1",
  "/admin/users/[id]": "SELECT id FROM users WHERE role = 'CUSTOMER' ORDER BY created_at LIMIT 1",
  "/admin/orders/[id]": "SELECT id FROM orders ORDER BY number DESC LIMIT 1",
  "/admin/services/[id]": "SELECT id FROM services ORDER BY code LIMIT 1",
  "/admin/countries/[id]": "SELECT id FROM countries ORDER BY iso2 LIMIT 1",
  "/admin/offers/[id]": "SELECT id FROM offers ORDER BY id LIMIT 1",
  "/admin/numbers/[id]": "SELECT id FROM phone_numbers ORDER BY id LIMIT 1",
  "/admin/providers/[id]": "SELECT id FROM providers ORDER BY code LIMIT 1",
  "/admin/vpn/plans/[id]": "SELECT id FROM plans WHERE is_current ORDER BY sort, created_at LIMIT 1",
  "/admin/vpn/subscriptions/[id]": "SELECT id FROM subscriptions ORDER BY number DESC LIMIT 1",
  "/admin/vpn/servers/panels/[id]": "SELECT id FROM vpn_panels ORDER BY name LIMIT 1",
  "/admin/vpn/servers/[id]": "SELECT id FROM vpn_servers ORDER BY sort, name LIMIT 1",
  "/admin/ledger/accounts/[id]": "SELECT account_id AS id FROM ledger_entries ORDER BY id DESC LIMIT 1",
  "/admin/ledger/transactions/[id]": "SELECT id FROM ledger_transactions ORDER BY id DESC LIMIT 1",
};

/** Where a page is; a page of one thing is that of a thing which the demo has. */
export async function addressOf(template: string): Promise<string> {
  if (template === "/admin/offers/bulk/[id]") return readFileSync(PREVIEW_FILE, "utf8");
  if (template === "/s/[token]") return readFileSync(SHARED_FILE, "utf8");
  if (template === "/legal/[text]") return "/legal/terms";
  // The demo's mails are files: whichever it is, no test of a state reads it.
  if (template === "/dev/mailbox/[id]") return "/dev/mailbox/any";
  const sql = IDS[template];
  if (!sql) {
    if (template.includes("[")) throw new Error(`tests/support/page-address.ts: no example of ${template}`);
    return template;
  }
  const client = await connectToProduct();
  try {
    const { rows } = await client.query<{ id: string }>(sql);
    if (!rows[0]) throw new Error(`the product has no ${template}`);
    return template.replace("[id]", rows[0].id);
  } finally {
    await client.end();
  }
}
