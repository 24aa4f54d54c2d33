import { recordLedgerCheck } from "@/lib/domain/operations/commands/record-ledger-check";
import { checkLedger } from "@/lib/domain/wallet/queries";
import type { JobDefinition } from "../job";

/** Reconciles the books every minute; anything that does not balance is an error in the log, a metric and on the desk. */
export const checkLedgerJob: JobDefinition = {
  name: "check-ledger",
  everyMs: 60_000,
  firstAfterMs: 20_000,
  async run(deps) {
    const startedAt = performance.now();
    const report = await checkLedger(deps);
    await recordLedgerCheck(deps, {
      durationMs: performance.now() - startedAt,
      problems: report.problems.map(({ rule, rows }) => ({ rule, rows })),
    });
    deps.metrics.ledgerProblems.set(report.problems.length);
    if (!report.ok) deps.log.error({ problems: report.problems }, "the ledger does not balance");
    return report.problems.length;
  },
};
