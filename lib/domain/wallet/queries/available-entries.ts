import { Prisma } from "@/lib/db/generated/client";
import type { CustomerScope } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { WALLET_CURRENCY } from "@/lib/domain/kernel/money";

/** One change of what a person can spend, as the ledger has it. */
export interface AvailableEntry {
  id: bigint;
  /** The ledger's word for the transaction ("deposit.stripe"). */
  kind: string;
  amountMicros: bigint;
  balanceAfterMicros: bigint;
  at: Date;
}

export interface EntrySlice {
  limit: number;
  offset: number;
  direction: "asc" | "desc";
}

/** So many of the changes of what a person can spend from there on, by id, and how many there are. */
export async function listAvailableEntries(
  deps: Pick<KernelDeps, "db">,
  scope: CustomerScope,
  { limit, offset, direction }: EntrySlice,
): Promise<{ entries: AvailableEntry[]; total: number }> {
  const where = Prisma.sql`e.account_id = (SELECT id FROM ledger_accounts
    WHERE user_id = ${scope.userId}::uuid AND code = 'available' AND currency = ${WALLET_CURRENCY})`;
  const way = direction === "asc" ? Prisma.sql`e.id ASC` : Prisma.sql`e.id DESC`;
  const [counted, entries] = await Promise.all([
    deps.db.$queryRaw<{ total: bigint }[]>`SELECT count(*) AS total FROM ledger_entries e WHERE ${where}`,
    deps.db.$queryRaw<AvailableEntry[]>`
      SELECT e.id, t.kind, e.amount AS "amountMicros", e.balance_after AS "balanceAfterMicros", t.event_at AS at
      FROM ledger_entries e JOIN ledger_transactions t ON t.id = e.transaction_id
      WHERE ${where} ORDER BY ${way} LIMIT ${limit} OFFSET ${offset}`,
  ]);
  return { entries, total: Number(counted[0]?.total ?? 0n) };
}
