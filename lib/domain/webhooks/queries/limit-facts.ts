import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { toDecimal } from "@/lib/domain/kernel/money";
import { fact, type SourceEvent, type WebhookFact } from "../fact";

interface Spending {
  project_id: string;
  month: string;
  allowed: bigint;
  spent: bigint;
}

/** The steps of a project's monthly limit that are told, in percent. */
const STEPS = [80n, 100n] as const;

/** What a project has spent in the calendar month (UTC, business time) of the order's beginning. */
async function spendingOf({ db }: Pick<KernelDeps, "db">, orderId: string): Promise<Spending | null> {
  const rows = await db.$queryRaw<Spending[]>`
    SELECT p.id AS project_id, to_char(m.begins, 'YYYY-MM') AS month, p.monthly_limit_micros AS allowed,
      (SELECT coalesce(sum(s.price_micros - s.refunded_micros), 0)::bigint FROM orders s
        WHERE s.project_id = p.id AND NOT s.is_sandbox AND s.start_at >= m.begins AT TIME ZONE 'UTC'
          AND s.start_at < (m.begins + interval '1 month') AT TIME ZONE 'UTC'
          AND (s.first_code_at IS NOT NULL OR s.status IN ('PENDING', 'ACTIVE', 'COMPLETED'))) AS spent
    FROM orders o JOIN projects p ON p.id = o.project_id
      CROSS JOIN LATERAL (SELECT date_trunc('month', o.start_at AT TIME ZONE 'UTC') AS begins) m
    WHERE o.id = ${orderId}::uuid AND NOT o.is_sandbox AND p.monthly_limit_micros > 0`;
  return rows[0] ?? null;
}

/** A project whose spending came near its monthly limit: each step once a month. */
export async function factsOfLimit(
  deps: Pick<KernelDeps, "db">,
  event: SourceEvent<"order.requested">,
): Promise<WebhookFact[]> {
  const found = await spendingOf(deps, event.payload.orderId);
  if (!found) return [];
  const { project_id: projectId, month, allowed, spent } = found;
  const step = STEPS.findLast((percent) => spent * 100n >= allowed * percent);
  if (step === undefined) return [];
  return [
    fact({
      type: "limit.warning",
      sourceKey: `limit.warning:${projectId}:${month}:${allowed}:${step}`,
      orderingKey: `project:${projectId}`,
      projectId,
      isSandbox: false,
      at: event.createdAt,
      data: {
        projectId,
        limit: "monthly_spending",
        percent: Number(step),
        spent: toDecimal(spent),
        allowed: toDecimal(allowed),
        currency: "USD",
      },
    }),
  ];
}
