import { writeAudit } from "@/lib/domain/audit/commands";
import type { BillingDeps } from "@/lib/domain/billing/ports";
import { systemActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { compareBooks } from "../queries/compare-books";
import type { TotalRow } from "../queries/totals";
import type { RunSource, RunStep, RunTotal } from "../types";
import { keepFindings } from "./keep-findings";
import { readChain } from "./read-chain";
import { readGateway } from "./read-gateway";

const ACTOR = systemActor("reconciliation");

/** News needs this long from a gateway to the ledger; what is younger is not looked for on the other side. */
const GRACE_SECONDS = 600;
/** A run that does not come back is taken over after this. */
const LEASE_SECONDS = 900;
const KEEP_DAYS = 90;
const MAX_ERROR = 300;

interface Asked {
  /** Makes a run where nobody asked for one. */
  isDue: boolean;
  graceSeconds?: number;
}

/** The run that waits, or whose process died, or a fresh one; null where there is nothing to do. */
async function claimRun(deps: Pick<KernelDeps, "db" | "ids">, isDue: boolean): Promise<string | null> {
  if (isDue) {
    await deps.db.$executeRaw`
      INSERT INTO reconciliation_runs (id, status, step) VALUES (${deps.ids.uuid()}::uuid, 'RUNNING', 'ASKING_STRIPE')
      ON CONFLICT DO NOTHING`;
  }
  const [run] = await deps.db.$queryRaw<{ id: string }[]>`
    UPDATE reconciliation_runs SET leased_until = now() + make_interval(secs => ${LEASE_SECONDS}::int)
    WHERE status = 'RUNNING' AND (leased_until IS NULL OR leased_until < now()) RETURNING id`;
  return run?.id ?? null;
}

const toTotal = (row: TotalRow): RunTotal => ({
  account: row.account,
  gateway: row.gateway,
  theirCurrency: row.their_currency,
  theirAmount: row.their_amount,
  theirCount: row.their_count,
  rowAmount: row.row_amount,
  rowCount: row.row_count,
  waitingAmount: row.waiting_amount,
  linesAmount: row.lines_amount,
  ledgerAmount: row.ledger_amount,
});

async function run(deps: BillingDeps, id: string, graceSeconds: number): Promise<number> {
  const at = async (step: RunStep, sources: RunSource[]) => {
    await deps.db.reconciliationRun.update({
      where: { id },
      data: { step, sources: sources.map((source) => ({ ...source })) },
    });
  };
  await at("ASKING_STRIPE", []);
  const sources = [await readGateway(deps, "stripe")];
  await at("ASKING_MERCADOPAGO", sources);
  sources.push(await readGateway(deps, "mercadopago"));
  await at("ASKING_CHAIN", sources);
  sources.push(await readChain(deps));
  await at("COMPARING", sources);
  const compared = await compareBooks(deps, graceSeconds);
  const kept = await inTransaction(deps, async (tx) => {
    const counts = await keepFindings(deps, tx, compared.findings, deps.clock.now());
    await tx.reconciliationRun.update({
      where: { id },
      data: {
        status: "COMPLETED",
        step: "DONE",
        finishedAt: deps.clock.securityNow(),
        leasedUntil: null,
        comparedMs: Math.round(compared.durationMs),
        entryCount: compared.entryCount,
        movementCount: await tx.gatewayMovement.count(),
        findingCount: counts.found,
        newCount: counts.fresh,
        healedCount: counts.healed,
        totals: compared.totals.map((total) => ({ ...toTotal(total) })),
        lastError: null,
      },
    });
    await writeAudit(tx, ACTOR, {
      action: "reconciliation.completed",
      targetType: "reconciliation",
      targetId: id,
      before: { status: "RUNNING" },
      after: { status: "COMPLETED", found: counts.found, fresh: counts.fresh, healed: counts.healed },
    });
    return counts;
  });
  if ("ok" in kept) throw new Error(kept.reason);
  if (kept.found > 0) deps.log.error({ findings: kept.found, fresh: kept.fresh }, "the books differ");
  await deps.db.$executeRaw`
    DELETE FROM reconciliation_runs WHERE started_at < now() - make_interval(days => ${KEEP_DAYS}::int)
      AND status <> 'RUNNING'`;
  return kept.found;
}

/**
 * Asks every gateway and the chains for their books, compares them with our rows and the ledger, keeps what differs and
 * tells. A gateway that is away is compared as it was last read. One run at a time over all processes. Returns how many
 * places differ.
 */
export async function reconcileBooks(
  deps: BillingDeps,
  { isDue, graceSeconds = GRACE_SECONDS }: Asked,
): Promise<number> {
  const id = await claimRun(deps, isDue);
  if (id === null) return 0;
  try {
    return await run(deps, id, graceSeconds);
  } catch (error) {
    await deps.db.reconciliationRun.updateMany({
      where: { id, status: "RUNNING" },
      data: {
        status: "FAILED",
        finishedAt: deps.clock.securityNow(),
        leasedUntil: null,
        lastError: (error instanceof Error ? error.message : "unknown").slice(0, MAX_ERROR),
      },
    });
    throw error;
  }
}
