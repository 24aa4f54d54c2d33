import type { Db } from "@/lib/db/client";
import type { CustomerScope } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import { LEDGER_RULES } from "./queries/ledger-rules";
import { listLinePostings } from "./queries/line-postings";
import type {
  Balance,
  LedgerProblem,
  LedgerReport,
  WalletLineStatus,
  WalletLinesPage,
  WalletLineType,
} from "./types";

type ReadDeps = Pick<KernelDeps, "db">;

/** A customer's money now. All zero before the first posting. */
export async function getBalance(
  deps: { db: Pick<Db, "ledgerAccount"> },
  scope: CustomerScope,
): Promise<Balance> {
  const accounts = await deps.db.ledgerAccount.findMany({
    where: { userId: scope.userId, currency: WALLET_CURRENCY },
    select: { kind: true, balance: true },
  });
  const of = (kind: string) => accounts.find((account) => account.kind === kind)?.balance ?? 0n;
  return {
    availableMicros: of("USER_AVAILABLE"),
    heldMicros: of("USER_HELD"),
    debtMicros: of("USER_DEBT"),
    currency: WALLET_CURRENCY,
  };
}

export interface WalletLinesInput {
  /** From 1. */
  page: number;
  pageSize: number;
  type?: WalletLineType;
  status?: WalletLineStatus;
}

/** The customer's statement, newest first; each line with its steps and what was available after each. */
export async function listWalletLines(
  deps: ReadDeps,
  scope: CustomerScope,
  { page, pageSize, type, status }: WalletLinesInput,
): Promise<WalletLinesPage> {
  const where = { userId: scope.userId, type, status };
  const [rows, total] = await Promise.all([
    deps.db.walletTransaction.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * pageSize,
      take: pageSize,
    }),
    deps.db.walletTransaction.count({ where }),
  ]);
  const postings = await listLinePostings(
    deps.db,
    scope.userId,
    rows.map((row) => row.id),
  );
  const lines = rows.map((row) => ({
    id: row.id,
    type: row.type,
    status: row.status,
    amountMicros: row.amountMicros,
    currency: row.currency,
    gateway: row.gateway,
    paymentMethod: row.paymentMethod,
    description: row.description,
    orderId: row.orderId,
    isHold: row.holdId !== null,
    createdAt: row.createdAt.toISOString(),
    postings: postings.get(row.id) ?? [],
  }));
  return { lines, total, page, pageSize };
}

/** At most this many rows of one broken rule are told. */
const MAX_PROBLEM_ROWS = 100;

type Cell = string | number | boolean | bigint | null;

/** Reconciles journal, balances, holds and lines with each other. Amounts in the rows are micro-units as strings. */
export async function checkLedger(deps: ReadDeps): Promise<LedgerReport> {
  const problems: LedgerProblem[] = [];
  for (const { rule, broken } of LEDGER_RULES) {
    const found = await deps.db.$queryRaw<Record<string, Cell>[]>(broken);
    if (found.length === 0) continue;
    const rows = found
      .slice(0, MAX_PROBLEM_ROWS)
      .map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, cell]) => [
            name,
            typeof cell === "bigint" ? cell.toString() : cell,
          ]),
        ),
      );
    problems.push({ rule, rows });
  }
  return { ok: problems.length === 0, problems };
}
