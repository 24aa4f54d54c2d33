import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { canSeeStock } from "../policy";
import type { NumberDetail } from "../types";
import { numberView, readNumber } from "./list-numbers";

const SHOWN_ORDERS = 50;

interface ServiceRow {
  id: string;
  service_id: string;
  name: string;
  code: string;
  provider: string;
  provider_name: string;
  is_allowed: boolean;
  used_at: Date | null;
  last_held_at: Date | null;
  is_live: boolean;
  orders: number;
  with_code: number;
  messages: number;
}

interface OrderRow {
  id: string;
  number: number;
  service: string;
  user_id: string;
  username: string;
  status: string;
  has_code: boolean;
  message_count: number;
  start_at: Date;
  end_at: Date | null;
  expires_at: Date | null;
}

const iso = (date: Date | null) => date?.toISOString() ?? null;

/** One number with its services and the orders on it; codes are never read. Null when there is none. */
export async function getNumber(
  deps: Pick<KernelDeps, "db">,
  actor: Actor,
  id: string,
): Promise<Result<{ number: NumberDetail | null }>> {
  if (!canSeeStock(actor)) return refuse("forbidden");
  const [row, services, orders, messages, source] = await Promise.all([
    readNumber(deps, id),
    deps.db.$queryRaw<ServiceRow[]>`
      SELECT n.id, n.service_id, s.name, s.code, v.code AS provider, v.name AS provider_name, n.is_allowed, n.used_at, n.last_held_at,
        n.live_order_id IS NOT NULL AS is_live, o.orders, o.with_code, o.messages
      FROM phone_number_services n JOIN services s ON s.id = n.service_id JOIN providers v ON v.id = n.provider_id
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS orders, count(o.first_code_at)::int AS with_code,
          coalesce(sum(o.message_count), 0)::int AS messages
        FROM orders o WHERE o.phone_number_id = n.phone_number_id AND o.service_id = n.service_id
          AND o.provider_id = n.provider_id) o
      WHERE n.phone_number_id = ${id}::uuid ORDER BY s.name, v.code`,
    deps.db.$queryRaw<OrderRow[]>`
      SELECT o.id, o.number, s.name AS service, o.user_id, u.username, o.status::text, o.first_code_at IS NOT NULL AS has_code,
        o.message_count, o.start_at, o.end_at, o.expires_at
      FROM orders o JOIN services s ON s.id = o.service_id JOIN users u ON u.id = o.user_id
      WHERE o.phone_number_id = ${id}::uuid ORDER BY o.number DESC LIMIT ${SHOWN_ORDERS}`,
    deps.db.smsMessage.count({ where: { phoneNumberId: id } }),
    deps.db.phoneNumber.findUnique({
      where: { id },
      select: { import: { select: { id: true, fileName: true } } },
    }),
  ]);
  if (!row) return ok({ number: null });
  return ok({
    number: {
      ...numberView(row),
      import: source?.import ?? null,
      updatedAt: row.updated_at.toISOString(),
      perService: services.map((one) => ({
        id: one.id,
        service: { id: one.service_id, name: one.name, code: one.code },
        provider: { code: one.provider, name: one.provider_name },
        isAllowed: one.is_allowed,
        usedAt: iso(one.used_at),
        lastHeldAt: iso(one.last_held_at),
        isLive: one.is_live,
        orders: one.orders,
        withCode: one.with_code,
        messages: one.messages,
      })),
      orders: orders.map((one) => ({
        id: one.id,
        number: one.number,
        service: one.service,
        userId: one.user_id,
        username: one.username,
        status: one.status,
        hasCode: one.has_code,
        messages: one.message_count,
        startAt: one.start_at.toISOString(),
        endAt: iso(one.end_at),
        expiresAt: iso(one.expires_at),
      })),
      messages,
    },
  });
}
