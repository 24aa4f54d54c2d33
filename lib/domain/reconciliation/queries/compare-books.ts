import { Prisma } from "@/lib/db/generated/client";
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
/** Two cores are what a small machine has. */
const LANES = 2;
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

/** Answers all queries, in their order, on a few connections: each takes the next one when it is free. */
async function askAll(deps: Pick<KernelDeps, "db">, queries: readonly Prisma.Sql[]): Promise<unknown[][]> {
  const answers: unknown[][] = [];
  const waiting = [...queries.entries()];
  const lane = () =>
    deps.db.$transaction(
      async (tx) => {
        // Everything is read anyway: in order it takes half as long as by an index.
        await tx.$executeRaw`
          SELECT set_config('work_mem', ${WORK_MEMORY}, true), set_config('enable_indexscan', 'off', true)`;
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          const [at, query] = next;
          answers[at] = await tx.$queryRaw<unknown[]>(query);
        }
      },
      { maxWait: 10_000, timeout: TIMEOUT_MS },
    );
  await Promise.all(Array.from({ length: LANES }, lane));
  return answers;
}

/**
 * Compares the gateways' books as they were last read, our rows and the ledger, all of it by sets; the longest query
 * first, on one connection for each core of a small machine.
 */
export async function compareBooks(
  deps: Pick<KernelDeps, "db" | "clock">,
  graceSeconds: number,
): Promise<Comparison> {
  const startedAt = deps.clock.securityNow().getTime();
  const currencies = await deps.db.ledgerAccount.groupBy({ by: ["currency"] });
  const found = await askAll(deps, [
    compareTransactions({ hasOneCurrency: currencies.length < 2 }),
    compareBalances(),
    compareCardReceipts(graceSeconds),
    compareOutsideAccounts(),
    compareChainReceipts(graceSeconds),
    compareWallets(),
    compareRefundsAndDisputes(graceSeconds),
    compareHolds(graceSeconds),
    sumOutsideAccounts(),
    Prisma.sql`SELECT count(*) AS n FROM ledger_entries`,
  ]);
  const [{ n }] = found.pop() as [{ n: bigint }];
  const sums = found.pop() as TotalRow[];
  const findings = found.flat() as FindingRow[];
  return {
    findings: [...findings, ...findTotals(findings, sums)],
    totals: sums,
    entryCount: n,
    durationMs: deps.clock.securityNow().getTime() - startedAt,
  };
}
