import { countCriticalAlerts } from "@/lib/domain/billing/queries/money-desk";
import { countRunningDisputes } from "@/lib/domain/billing/queries/payments";
import { countOpenWithdrawals } from "@/lib/domain/billing/queries/withdrawals";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { canReadAllOrders } from "@/lib/domain/numbers/policy";
import { listJobRuns, readLastLedgerCheck, readOutbox } from "@/lib/domain/operations/queries";
import { countUnwrittenTexts } from "@/lib/domain/settings/queries";
import { supplierFault } from "@/lib/domain/supply/supplier-fault";
import type { Attention } from "../types";

type ReadDeps = Pick<KernelDeps, "db" | "clock">;

/** An order this far beyond its end should have been closed by a sweep. */
const OVERDUE_SECONDS = 60;

/** News older than this waits too long. */
const LAG_SECONDS = 60;

/** The books are reconciled every minute; a check older than this says nothing about now. */
const STALE_CHECK_MS = 15 * 60_000;

interface Counts {
  overdue: number;
  toReview: number;
}

async function readCounts(deps: ReadDeps): Promise<Counts> {
  const [row] = await deps.db.$queryRaw<Counts[]>`
    SELECT (SELECT count(*) FROM orders WHERE status IN ('PENDING', 'ACTIVE') AND NOT is_sandbox
        AND coalesce(expires_at, resolve_by) < app_now() - make_interval(secs => ${OVERDUE_SECONDS}::int))::int AS overdue,
      (SELECT count(*) FROM services WHERE policy_reviewed_at IS NULL AND is_active
        AND (is_prohibited OR min_verification_level > 0))::int AS "toReview"`;
  return row ?? { overdue: 0, toReview: 0 };
}

async function readProviders(deps: ReadDeps): Promise<Attention[]> {
  const now = deps.clock.securityNow();
  const rows = await deps.db.provider.findMany({ where: { isActive: true }, orderBy: { priority: "asc" } });
  return rows.flatMap((provider): Attention[] => {
    const { id, name, balanceMicros, lowBalanceMicros } = provider;
    const error = provider.healthError ?? "";
    const why = { error, fault: supplierFault(error) };
    const found: Attention[] = [];
    if (provider.pausedUntil && provider.pausedUntil > now)
      found.push({ kind: "provider_paused", id, name, ...why });
    else if (provider.consecutiveFailures > 0) found.push({ kind: "provider_failing", id, name, ...why });
    if (balanceMicros !== null && lowBalanceMicros !== null && balanceMicros < lowBalanceMicros) {
      found.push({ kind: "provider_low_balance", id, name, balanceMicros });
    }
    return found;
  });
}

async function readJobs(deps: ReadDeps): Promise<Attention[]> {
  const jobs = await listJobRuns(deps);
  return jobs.flatMap((job): Attention[] => {
    if (job.lateSeconds !== null) return [{ kind: "job_late", name: job.name, seconds: job.lateSeconds }];
    const hasFailedLast = job.lastErrorAt !== null && job.lastErrorAt === job.finishedAt;
    return hasFailedLast ? [{ kind: "job_failing", name: job.name, error: job.lastError ?? "" }] : [];
  });
}

/** Everything that a person should look at, the gravest first; nothing for customers. */
export async function listAttention(deps: ReadDeps, actor: Actor): Promise<Attention[]> {
  if (!canReadAllOrders(actor)) return [];
  const [check, counts, providers, jobs, outbox, alerts, disputes, withdrawals, unwritten] =
    await Promise.all([
      readLastLedgerCheck(deps),
      readCounts(deps),
      readProviders(deps),
      readJobs(deps),
      readOutbox(deps),
      countCriticalAlerts(deps),
      countRunningDisputes(deps),
      countOpenWithdrawals(deps),
      countUnwrittenTexts(deps),
    ]);
  const found: Attention[] = [];
  if (check && check.problemCount > 0) found.push({ kind: "ledger_broken", count: check.problemCount });
  const checkedAt = check ? Date.parse(check.checkedAt) : 0;
  if (check && deps.clock.securityNow().getTime() - checkedAt > STALE_CHECK_MS)
    found.push({ kind: "ledger_unchecked" });
  if (counts.overdue > 0) found.push({ kind: "orders_overdue", count: counts.overdue });
  if (alerts > 0) found.push({ kind: "money_alerts", count: alerts });
  if (disputes > 0) found.push({ kind: "disputes_running", count: disputes });
  const toPayOut = withdrawals.REQUESTED.count + withdrawals.APPROVED.count;
  if (toPayOut > 0) found.push({ kind: "withdrawals_open", count: toPayOut });
  found.push(...providers, ...jobs);
  if (outbox.failing.length > 0) found.push({ kind: "outbox_stuck", count: outbox.failing.length });
  else if (outbox.oldestSeconds > LAG_SECONDS) {
    found.push({ kind: "outbox_lag", seconds: outbox.oldestSeconds, count: outbox.waiting });
  }
  if (counts.toReview > 0) found.push({ kind: "policy_review", count: counts.toReview });
  if (unwritten > 0) found.push({ kind: "legal_unwritten", count: unwritten });
  return found;
}
