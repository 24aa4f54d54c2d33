import type { Prisma } from "@/lib/db/generated/client";
import type { KernelDeps } from "@/lib/domain/kernel/deps";

/** How long the answers are kept. */
const KEEP_DAYS = 30;

interface Answer {
  durationMs: number;
  problems: Prisma.InputJsonArray;
}

/** Remembers what the books' reconciliation found, so that pages need not repeat it. */
export async function recordLedgerCheck(deps: Pick<KernelDeps, "db">, answer: Answer): Promise<void> {
  await deps.db.ledgerCheck.create({
    data: {
      durationMs: Math.round(answer.durationMs),
      problemCount: answer.problems.length,
      problems: answer.problems,
    },
  });
  await deps.db.$executeRaw`
    DELETE FROM ledger_checks WHERE checked_at < now() - make_interval(days => ${KEEP_DAYS}::int)`;
}
