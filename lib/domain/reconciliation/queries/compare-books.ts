import type { Prisma } from "@/lib/db/generated/client";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { FindingRow } from "../finding-row";
import { compareBalances, compareHolds, compareTransactions, compareWallets } from "./books";
import { compareCardReceipts } from "./card-receipts";
import { compareChainReceipts } from "./chain-receipts";
import { compareOutsideAccounts } from "./outside-accounts";
import { compareRefundsAndDisputes } from "./refunds-and-disputes";
import { sumOutsideAccounts, type TotalRow } from "./totals";

/** Sums over a million entries fit into memory: without this they go through the disk. */
const WORK_MEMORY = "96MB";
const TIMEOUT_MS = 120_000;

export interface Comparison {
  findings: FindingRow[];
  totals: TotalRow[];
  entryCount: bigint;
  durationMs: number;
}

/** A sum that differs although no line does: something was booked on another gateway's account. */
function findTotals(findings: readonly FindingRow[], totals: readonly TotalRow[]): FindingRow[] {
  const explained = new Set(
    findings.flatMap(({ gateway, ref_type: type }) => (type === "ledger-transaction" ? [gateway] : [])),
  );
  return totals
    .filter(
      ({ gateway, lines_amount: lines, ledger_amount: ledger }) =>
        !explained.has(gateway) && Number(lines) !== Number(ledger),
    )
    .map(({ account, gateway, lines_amount: lines, ledger_amount: ledger }) => ({
      kind: "TOTAL_DIFFERS",
      subject: account,
      gateway,
      ref_type: null,
      ref_id: null,
      user_id: null,
      our_amount: ledger,
      our_currency: "USD",
      their_amount: lines,
      their_currency: "USD",
      occurred_at: null,
    }));
}

/**
 * Compares the gateways' books as they were last read, our rows and the ledger, all of it by sets. Two connections work
 * side by side, one for each core of a small machine: each transaction by itself takes as long as all the rest.
 */
export async function compareBooks(
  deps: Pick<KernelDeps, "db" | "clock">,
  graceSeconds: number,
): Promise<Comparison> {
  const startedAt = deps.clock.securityNow().getTime();
  const lane = (queries: Prisma.Sql[]) =>
    deps.db.$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT set_config('work_mem', ${WORK_MEMORY}, true)`;
        const answers: unknown[][] = [];
        for (const query of queries) answers.push(await tx.$queryRaw<unknown[]>(query));
        return answers;
      },
      { maxWait: 10_000, timeout: TIMEOUT_MS },
    );
  const [transactions, others] = await Promise.all([
    lane([compareTransactions()]),
    lane([
      compareBalances(),
      compareWallets(),
      compareHolds(graceSeconds),
      compareCardReceipts(graceSeconds),
      compareRefundsAndDisputes(graceSeconds),
      compareChainReceipts(graceSeconds),
      compareOutsideAccounts(),
      sumOutsideAccounts(),
    ]),
  ]);
  const totals = (others.pop() ?? []) as TotalRow[];
  const found = [...transactions, ...others].flat() as FindingRow[];
  const [count] = await deps.db.$queryRaw<{ n: bigint }[]>`SELECT count(*) AS n FROM ledger_entries`;
  return {
    findings: [...found, ...findTotals(found, totals)],
    totals,
    entryCount: count?.n ?? 0n,
    durationMs: deps.clock.securityNow().getTime() - startedAt,
  };
}
