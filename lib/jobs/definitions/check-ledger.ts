import { checkLedger } from "@/lib/domain/wallet/queries";
import type { JobDefinition } from "../job";

/** Reconciles the books every minute; anything that does not balance is an error in the log and a metric. */
export const checkLedgerJob: JobDefinition = {
  name: "check-ledger",
  everyMs: 60_000,
  async run(deps) {
    const report = await checkLedger(deps);
    deps.metrics.ledgerProblems.set(report.problems.length);
    if (!report.ok) deps.log.error({ problems: report.problems }, "the ledger does not balance");
    return report.problems.length;
  },
};
