import { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { type Page, pageWindow, TOTAL_LIMIT, toPage } from "@/lib/domain/kernel/page";
import { canReadLedger } from "../policy";
import { postingWord } from "../postings";
import type { JournalEntry, LedgerAccountView } from "../types";

type ReadDeps = Pick<KernelDeps, "db">;

interface EntryRow extends Omit<JournalEntry, "id" | "transactionId" | "at" | "word"> {
  id: bigint;
  transactionId: bigint;
  at: Date;
}

function toEntry(row: EntryRow): JournalEntry {
  return {
    ...row,
    word: postingWord(row.kind),
    id: row.id.toString(),
    transactionId: row.transactionId.toString(),
    at: row.at.toISOString(),
  };
}

/** What the balance was after an entry: now, less all that came later. True for accounts that keep no cache too. */
function entriesBefore(
  account: LedgerAccountView,
  before: bigint | null,
  limit: number,
  skip: number,
  now: bigint,
) {
  const older = before === null ? Prisma.sql`true` : Prisma.sql`e.id < ${before}`;
  return Prisma.sql`
    WITH newest AS (
      SELECT e.id, e.transaction_id, e.amount FROM ledger_entries e
      WHERE e.account_id = ${BigInt(account.id)} AND ${older} ORDER BY e.id DESC LIMIT ${limit + skip}
    ), run AS (
      SELECT n.*, (${now}::bigint - coalesce(sum(n.amount) OVER (ORDER BY n.id DESC
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0))::bigint AS balance_after FROM newest n
    )
    SELECT r.id, r.transaction_id AS "transactionId", t.kind, t.ref_type AS "refType", t.ref_id AS "refId",
      t.event_at AS at, r.amount AS "amountMicros", r.balance_after AS "balanceAfterMicros"
    FROM (SELECT * FROM run ORDER BY id DESC LIMIT ${limit} OFFSET ${skip}) r
    JOIN ledger_transactions t ON t.id = r.transaction_id
    ORDER BY r.id DESC`;
}

/** An account's entries, newest first, each with the balance after it. */
export async function listJournal(
  deps: ReadDeps,
  actor: Actor,
  account: LedgerAccountView,
  asked: { page: number; pageSize: number },
): Promise<Page<JournalEntry>> {
  if (!canReadLedger(actor)) throw new RefusalError("forbidden");
  const [sum] = await deps.db.$queryRaw<{ counted: bigint }[]>`
    SELECT count(*) AS counted FROM
      (SELECT 1 FROM ledger_entries WHERE account_id = ${BigInt(account.id)} LIMIT ${TOTAL_LIMIT}) found`;
  const counted = Number(sum?.counted ?? 0n);
  const { offset, pageSize } = pageWindow(counted, asked);
  const rows = await deps.db.$queryRaw<EntryRow[]>(
    entriesBefore(account, null, pageSize, offset, account.balanceMicros),
  );
  return toPage(rows.map(toEntry), counted, asked);
}

const BATCH = 1_000;

/** The same entries, all of them. */
export async function* eachJournalEntry(
  deps: ReadDeps,
  actor: Actor,
  account: LedgerAccountView,
): AsyncGenerator<JournalEntry> {
  if (!canReadLedger(actor)) throw new RefusalError("forbidden");
  let before: bigint | null = null;
  let now = account.balanceMicros;
  for (;;) {
    const rows: EntryRow[] = await deps.db.$queryRaw<EntryRow[]>(
      entriesBefore(account, before, BATCH, 0, now),
    );
    yield* rows.map(toEntry);
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    before = last.id;
    now = last.balanceAfterMicros - last.amountMicros;
  }
}
