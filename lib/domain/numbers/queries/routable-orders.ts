import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { ServiceWords } from "@/lib/domain/messages/identify-service";
import type { RoutableOrder } from "../message-routing";
import { LATE_SECONDS } from "../order-limits";

export interface Destination {
  phoneNumberId: string | null;
  phoneE164: string;
  live: RoutableOrder[];
  /** Newest first. */
  ended: RoutableOrder[];
}

interface DestinationRow {
  order_id: string | null;
  service_id: string;
  is_live: boolean;
  phone_number_id: string | null;
  phone: string;
}

function destinationOf(rows: DestinationRow[], fallback: string): Destination {
  const orders = rows.flatMap((row) =>
    row.order_id ? [{ orderId: row.order_id, serviceId: row.service_id, isLive: row.is_live }] : [],
  );
  return {
    phoneNumberId: rows[0]?.phone_number_id ?? null,
    phoneE164: rows[0]?.phone ?? fallback,
    live: orders.filter(({ isLive }) => isLive),
    ended: orders.filter(({ isLive }) => !isLive),
  };
}

/** The orders that an SMS to this number may belong to. */
export async function readNumberOrders(deps: Pick<KernelDeps, "db">, e164: string): Promise<Destination> {
  const rows = await deps.db.$queryRaw<DestinationRow[]>`
    SELECT o.id AS order_id, o.service_id, o.status = 'ACTIVE' AS is_live, n.id AS phone_number_id, n.e164 AS phone
    FROM phone_numbers n
    LEFT JOIN orders o ON o.phone_number_id = n.id
      AND (o.status = 'ACTIVE' OR o.end_at > app_now() - make_interval(secs => ${LATE_SECONDS}::int))
    WHERE n.e164 = ${e164}
    ORDER BY o.end_at DESC NULLS FIRST`;
  return destinationOf(rows, e164);
}

/** The one order that a supplier names. */
export async function readNamedOrder(deps: Pick<KernelDeps, "db">, orderId: string): Promise<Destination> {
  const rows = await deps.db.$queryRaw<DestinationRow[]>`
    SELECT o.id AS order_id, o.service_id, o.status = 'ACTIVE' AS is_live, o.phone_number_id,
      coalesce(o.phone_e164, '') AS phone
    FROM orders o WHERE o.id = ${orderId}::uuid`;
  return destinationOf(rows, "");
}

/** By which words each service is known. */
export function listServiceWords(deps: Pick<KernelDeps, "db">): Promise<ServiceWords[]> {
  return deps.db.service.findMany({ where: { isActive: true }, select: { id: true, matchWords: true } });
}
