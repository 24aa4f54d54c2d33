import { z } from "zod";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { LedgerCheckResult } from "../types";

const CHECK_JOB = "check-ledger";

const problems = z
  .array(
    z.object({
      rule: z.string(),
      rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
    }),
  )
  .catch([]);

/** The last answer to "does it balance", with the rows that do not; null before the first. */
export async function readLedgerCheck(deps: Pick<KernelDeps, "db">): Promise<LedgerCheckResult | null> {
  const [row, job] = await Promise.all([
    deps.db.ledgerCheck.findFirst({ orderBy: { checkedAt: "desc" } }),
    deps.db.jobRun.findUnique({ where: { name: CHECK_JOB }, select: { runRequestedAt: true } }),
  ]);
  return (
    row && {
      checkedAt: row.checkedAt.toISOString(),
      durationMs: row.durationMs,
      isRunRequested: Boolean(job?.runRequestedAt),
      problems: problems.parse(row.problems),
    }
  );
}
