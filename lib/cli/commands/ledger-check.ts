import type { Deps } from "@/lib/deps";
import { checkLedger } from "@/lib/domain/wallet/queries";
import type { CommandOutcome } from "../output";

export async function ledgerCheckCommand(deps: Deps): Promise<CommandOutcome> {
  const report = await checkLedger(deps);
  const lines = report.problems.flatMap((problem) => [
    `${problem.rule}: ${problem.rows.length} rows`,
    ...problem.rows.map(
      (row) =>
        `  ${JSON.stringify(row, (_key, value) => (typeof value === "bigint" ? value.toString() : value))}`,
    ),
  ]);
  return {
    lines: [...lines, report.ok ? "The ledger balances." : "The ledger does NOT balance."],
    json: report,
    exitCode: report.ok ? 0 : 1,
  };
}
