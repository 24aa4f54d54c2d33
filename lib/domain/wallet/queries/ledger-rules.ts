import { Prisma } from "@/lib/db/generated/client";

/** A hold may outlive its time by this much (the sweeps need a moment) before it counts as forgotten. */
const OVERDUE_GRACE = Prisma.sql`interval '2 minutes'`;

/** What must always hold. Each query returns the rows that break its rule; none is the only good answer. */
export const LEDGER_RULES: { rule: string; broken: Prisma.Sql }[] = [
  {
    rule: "cached_balance_differs_from_entries",
    broken: Prisma.sql`
      SELECT a.id AS account_id, a.code, a.user_id::text, a.balance, coalesce(e.total, 0)::bigint AS entries_total,
        a.version, coalesce(e.entries, 0) AS entries_count
      FROM ledger_accounts a
      LEFT JOIN (SELECT account_id, sum(amount) AS total, count(*) AS entries FROM ledger_entries GROUP BY account_id) e
        ON e.account_id = a.id
      WHERE a.is_cached AND (a.balance <> coalesce(e.total, 0) OR a.version <> coalesce(e.entries, 0))`,
  },
  {
    rule: "account_versions_have_gaps",
    broken: Prisma.sql`
      SELECT e.account_id, count(*) AS entries_count, min(e.account_version) AS first, max(e.account_version) AS last
      FROM ledger_entries e JOIN ledger_accounts a ON a.id = e.account_id AND a.is_cached
      GROUP BY e.account_id
      HAVING count(e.account_version) <> count(*) OR min(e.account_version) <> 1 OR max(e.account_version) <> count(*)`,
  },
  {
    rule: "currency_does_not_sum_to_zero",
    broken: Prisma.sql`
      SELECT currency, sum(amount)::bigint AS total FROM ledger_entries GROUP BY currency HAVING sum(amount) <> 0`,
  },
  {
    rule: "transaction_does_not_balance",
    broken: Prisma.sql`
      SELECT t.id AS transaction_id, t.kind, count(e.id) AS entries_count, coalesce(sum(e.amount), 0)::bigint AS total
      FROM ledger_transactions t LEFT JOIN ledger_entries e ON e.transaction_id = t.id
      GROUP BY t.id, t.kind, e.currency HAVING count(e.id) < 2 OR sum(e.amount) <> 0`,
  },
  {
    rule: "held_balance_differs_from_holds",
    broken: Prisma.sql`
      SELECT a.id AS account_id, a.user_id::text, a.balance, coalesce(h.total, 0)::bigint AS pending_holds
      FROM ledger_accounts a
      LEFT JOIN (SELECT user_id, currency, sum(amount_micros) AS total FROM holds WHERE status = 'PENDING'
        GROUP BY user_id, currency) h ON h.user_id = a.user_id AND h.currency = a.currency
      WHERE a.kind = 'USER_HELD' AND a.balance <> coalesce(h.total, 0)`,
  },
  {
    rule: "hold_differs_from_its_resolution",
    broken: Prisma.sql`
      SELECT h.id AS hold_id, h.status::text, t.id AS transaction_id, t.kind
      FROM holds h LEFT JOIN ledger_transactions t ON t.hold_id = h.id
      WHERE CASE h.status WHEN 'PENDING' THEN t.id IS NOT NULL
        WHEN 'CAPTURED' THEN t.kind IS DISTINCT FROM 'hold.captured'
        ELSE t.kind IS DISTINCT FROM 'hold.voided' END`,
  },
  {
    rule: "hold_is_overdue",
    broken: Prisma.sql`
      SELECT id AS hold_id, owner_type, owner_id, amount_micros, expires_at::text
      FROM holds WHERE status = 'PENDING' AND expires_at < app_now() - ${OVERDUE_GRACE}`,
  },
  {
    rule: "line_differs_from_its_hold",
    broken: Prisma.sql`
      SELECT l.id::text AS line_id, l.status::text, h.id AS hold_id, h.status::text AS hold_status, l.amount_micros
      FROM wallet_transactions l JOIN holds h ON h.id = l.hold_id
      WHERE (l.status, -l.amount_micros) IS DISTINCT FROM (CASE h.status
        WHEN 'PENDING' THEN ('PENDING'::"WalletTransactionStatus", h.amount_micros)
        WHEN 'CAPTURED' THEN ('COMPLETED'::"WalletTransactionStatus", h.captured_micros)
        ELSE ('FAILED'::"WalletTransactionStatus", h.amount_micros) END)`,
  },
  {
    rule: "customer_money_differs_from_lines",
    broken: Prisma.sql`
      SELECT m.user_id::text, m.currency, m.total::bigint AS money, coalesce(l.total, 0)::bigint AS completed_lines
      FROM (SELECT user_id, currency, sum(balance) AS total FROM ledger_accounts WHERE user_id IS NOT NULL
        GROUP BY user_id, currency) m
      LEFT JOIN (SELECT user_id, currency, sum(amount_micros) AS total FROM wallet_transactions
        WHERE status = 'COMPLETED' GROUP BY user_id, currency) l USING (user_id, currency)
      WHERE m.total <> coalesce(l.total, 0)`,
  },
];
