import { Prisma } from "@/lib/db/generated/client";
import type { CustomerScope } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { OrderView } from "../types";
import { readOrderSlice } from "./order-rows";
import { toOrderViews } from "./order-view";

export interface OrdersFilter {
  outcome?: "running" | "done" | "refunded" | undefined;
  /** Slug or code. */
  service?: string | undefined;
  /** ISO code. */
  country?: string | undefined;
  projectId?: string | undefined;
  isSandbox: boolean;
}

const OUTCOMES = {
  running: Prisma.sql`o.status IN ('PENDING', 'ACTIVE')`,
  done: Prisma.sql`o.status = 'COMPLETED'`,
  refunded: Prisma.sql`(o.status IN ('CANCELED', 'EXPIRED', 'FAILED') OR o.refunded_micros > 0)`,
};

function matching(scope: CustomerScope, filter: OrdersFilter): Prisma.Sql[] {
  const parts = [
    Prisma.sql`o.user_id = ${scope.userId}::uuid`,
    Prisma.sql`o.is_sandbox = ${filter.isSandbox}::boolean`,
  ];
  if (filter.outcome) parts.push(OUTCOMES[filter.outcome]);
  if (filter.projectId) parts.push(Prisma.sql`o.project_id = ${filter.projectId}::uuid`);
  if (filter.service) {
    const word = filter.service.toLowerCase();
    parts.push(Prisma.sql`o.service_id IN (SELECT id FROM services WHERE slug = ${word} OR code = ${word})`);
  }
  if (filter.country) {
    const iso2 = filter.country.toUpperCase();
    parts.push(Prisma.sql`o.country_id IN (SELECT id FROM countries WHERE iso2 = ${iso2})`);
  }
  return parts;
}

/** The person's orders that match, newest first, from behind the last one seen: at most `limit` of them. */
export async function listOrdersAfter(
  deps: Pick<KernelDeps, "db" | "cipher">,
  scope: CustomerScope,
  filter: OrdersFilter,
  { after, limit }: { after: { at: string; number: number } | null; limit: number },
): Promise<OrderView[]> {
  const parts = matching(scope, filter);
  if (after)
    parts.push(
      Prisma.sql`(o.start_at, o.number) < (${new Date(after.at)}::timestamptz, ${after.number}::int)`,
    );
  const rows = await readOrderSlice(deps, Prisma.join(parts, " AND "), { offset: 0, limit });
  return toOrderViews(deps, rows);
}
