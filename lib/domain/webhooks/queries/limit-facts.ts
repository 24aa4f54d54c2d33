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

/** What the order's project has spent in this calendar month, where that is limited. */
async function spendingOf({ db }: Pick<KernelDeps, "db">, orderId: string): Promise<Spending | null> {
  const rows = await db.$queryRaw<Spending[]>`
    SELECT p.id AS project_id, to_char(app_now() AT TIME ZONE 'UTC', 'YYYY-MM') AS month,
      p.monthly_limit_micros AS allowed, project_spending(p.id) AS spent
    FROM orders o JOIN projects p ON p.id = o.project_id
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
      of: { projectId },
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
