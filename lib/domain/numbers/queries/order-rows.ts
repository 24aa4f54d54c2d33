import { Prisma } from "@/lib/db/generated/client";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { OrderFacts } from "../order-state";

/** An order with the names that its view shows. */
export interface OrderRow extends OrderFacts {
  id: string;
  number: number;
  userId: string;
  username: string;
  phoneE164: string | null;
  priceMicros: bigint;
  costMicros: bigint;
  lossMicros: bigint;
  refundedMicros: bigint;
  currency: string;
  verificationCode: Uint8Array | null;
  messageCount: number;
  startAt: Date;
  activatedAt: Date | null;
  expiresAt: Date | null;
  endAt: Date | null;
  refundedAt: Date | null;
  lateCodeAt: Date | null;
  upstreamOrderId: string | null;
  serviceSlug: string;
  serviceCode: string;
  serviceName: string;
  countryIso2: string;
  countryName: string;
  countryPhoneCode: string;
  countryLegacyId: number;
  operatorCode: string | null;
  operatorName: string | null;
  providerCode: string;
  providerName: string;
  isSimulated: boolean;
}

const COLUMNS = Prisma.sql`
  o.id, o.number, o.kind::text AS kind, o.status::text AS status, o.close_reason::text AS "closeReason",
  o.first_code_at AS "firstCodeAt", o.last_message_received_at AS "lastMessageReceivedAt",
  o.resend_requested_at AS "resendRequestedAt", o.closing_at AS "closingAt", o.closing_reason::text AS "closingReason",
  o.cancelable_at AS "cancelableAt", o.user_id AS "userId", u.username, o.phone_e164 AS "phoneE164",
  o.price_micros AS "priceMicros", o.cost_micros AS "costMicros", o.loss_micros AS "lossMicros",
  o.refunded_micros AS "refundedMicros", o.currency, o.verification_code AS "verificationCode",
  o.message_count AS "messageCount", o.start_at AS "startAt", o.activated_at AS "activatedAt",
  o.expires_at AS "expiresAt", o.end_at AS "endAt", o.refunded_at AS "refundedAt", o.late_code_at AS "lateCodeAt",
  o.upstream_order_id AS "upstreamOrderId", s.slug AS "serviceSlug", s.code AS "serviceCode", s.name AS "serviceName",
  c.iso2 AS "countryIso2", c.name_en AS "countryName", c.phone_code AS "countryPhoneCode",
  c.legacy_id AS "countryLegacyId", op.code AS "operatorCode", op.name AS "operatorName",
  p.code AS "providerCode", p.name AS "providerName", p.is_simulated AS "isSimulated"`;

const TABLES = Prisma.sql`
  orders o
  JOIN services s ON s.id = o.service_id
  JOIN countries c ON c.id = o.country_id
  LEFT JOIN operators op ON op.id = o.operator_id
  JOIN providers p ON p.id = o.provider_id
  JOIN users u ON u.id = o.user_id`;

/** All orders that match, newest first. */
export function readOrders(
  deps: Pick<KernelDeps, "db">,
  where: Prisma.Sql,
  limit: number,
): Promise<OrderRow[]> {
  return deps.db.$queryRaw<OrderRow[]>`
    SELECT ${COLUMNS} FROM ${TABLES} WHERE ${where}
    ORDER BY o.start_at DESC, o.number DESC LIMIT ${limit}`;
}

/** So many of the orders that match, newest first. They are cut before names are joined. */
export function readOrderSlice(
  deps: Pick<KernelDeps, "db">,
  where: Prisma.Sql,
  { offset, limit }: { offset: number; limit: number },
): Promise<OrderRow[]> {
  return deps.db.$queryRaw<OrderRow[]>`
    SELECT ${COLUMNS} FROM ${TABLES}
    WHERE o.id IN (SELECT o.id FROM orders o WHERE ${where}
      ORDER BY o.start_at DESC, o.number DESC LIMIT ${limit} OFFSET ${offset})
    ORDER BY o.start_at DESC, o.number DESC`;
}

/** One page of the orders that match, newest first, and how many there are. */
export async function readOrderPage(
  deps: Pick<KernelDeps, "db">,
  where: Prisma.Sql,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ rows: OrderRow[]; total: number }> {
  const [counted, rows] = await Promise.all([
    deps.db.$queryRaw<{ total: bigint }[]>`SELECT count(*) AS total FROM orders o WHERE ${where}`,
    readOrderSlice(deps, where, { offset: (page - 1) * pageSize, limit: pageSize }),
  ]);
  return { rows, total: Number(counted[0]?.total ?? 0n) };
}

/** The ids of the orders that match, in this order. Names are joined afterwards, to these few only. */
export async function readOrderIds(
  deps: Pick<KernelDeps, "db">,
  where: Prisma.Sql,
  order: Prisma.Sql,
  { limit, offset }: { limit: number; offset: number },
): Promise<string[]> {
  const rows = await deps.db.$queryRaw<{ id: string }[]>`
    SELECT o.id FROM orders o WHERE ${where} ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}`;
  return rows.map(({ id }) => id);
}

/** These orders, in the order of the ids. */
export function readOrdersById(deps: Pick<KernelDeps, "db">, ids: string[]): Promise<OrderRow[]> {
  return deps.db.$queryRaw<OrderRow[]>`
    SELECT ${COLUMNS} FROM ${TABLES} WHERE o.id = ANY(${ids}::uuid[])
    ORDER BY array_position(${ids}::uuid[], o.id)`;
}
