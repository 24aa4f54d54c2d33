import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { CustomerScope } from "@/lib/domain/kernel/actor";
import type { ProviderKind } from "@/lib/domain/supply/types";
import type { OrderFacts } from "../order-state";
import { ownedBy } from "../queries/owned-by";

/** An order whose row this transaction holds. Both the SMS and the end of an order lock it first: one of them waits. */
export interface LockedOrder extends OrderFacts {
  id: string;
  number: number;
  userId: string;
  serviceId: string;
  countryId: string;
  providerId: string;
  providerKind: ProviderKind;
  providerCode: string;
  phoneNumberId: string | null;
  phoneE164: string | null;
  upstreamOrderId: string | null;
  holdId: bigint | null;
  priceMicros: bigint;
  costMicros: bigint;
  refundedMicros: bigint;
  messageCount: number;
  currency: string;
  endAt: Date | null;
  lateCodeAt: Date | null;
  /** Seconds until it may be cancelled; zero or less when it may. Business time, by the database's clock. */
  cancelInSeconds: number;
  /** Seconds since the closing began; null when it has not. */
  closingAgeSeconds: number | null;
  claimAgeSeconds: number | null;
  isDue: boolean;
  /** No money, no supplier, no stock: a rehearsal. */
  isSandbox: boolean;
}

export interface LockOptions {
  /** An order outside of it is like a missing one. */
  scope?: CustomerScope;
  /** Sweeps leave alone what another process works on. */
  skipLocked?: boolean;
}

/** Locks one order and returns it with the ages that the database's clock gives. Null when it is missing (or skipped). */
export async function lockOrder(
  tx: Tx,
  orderId: string,
  options: LockOptions = {},
): Promise<LockedOrder | null> {
  const rows = await tx.$queryRaw<LockedOrder[]>`
    SELECT o.id, o.number, o.kind::text AS kind, o.status::text AS status, o.close_reason::text AS "closeReason",
      o.first_code_at AS "firstCodeAt", o.last_message_received_at AS "lastMessageReceivedAt",
      o.resend_requested_at AS "resendRequestedAt", o.closing_at AS "closingAt",
      o.closing_reason::text AS "closingReason", o.cancelable_at AS "cancelableAt", o.user_id AS "userId",
      o.service_id AS "serviceId", o.country_id AS "countryId", o.provider_id AS "providerId",
      p.kind::text AS "providerKind", p.code AS "providerCode", o.phone_number_id AS "phoneNumberId",
      o.phone_e164 AS "phoneE164", o.upstream_order_id AS "upstreamOrderId", o.hold_id AS "holdId",
      o.price_micros AS "priceMicros", o.cost_micros AS "costMicros", o.refunded_micros AS "refundedMicros",
      o.message_count AS "messageCount", o.currency, o.end_at AS "endAt", o.late_code_at AS "lateCodeAt",
      coalesce(extract(epoch FROM o.cancelable_at - app_now()), 0)::float8 AS "cancelInSeconds",
      extract(epoch FROM app_now() - o.closing_at)::float8 AS "closingAgeSeconds",
      extract(epoch FROM app_now() - o.closing_claimed_at)::float8 AS "claimAgeSeconds",
      coalesce(o.expires_at <= app_now(), false) AS "isDue", o.is_sandbox AS "isSandbox"
    FROM orders o JOIN providers p ON p.id = o.provider_id
    WHERE o.id = ${orderId}::uuid ${options.scope ? Prisma.sql`AND ${ownedBy(options.scope)}` : Prisma.empty}
    FOR NO KEY UPDATE OF o ${options.skipLocked ? Prisma.sql`SKIP LOCKED` : Prisma.empty}`;
  return rows[0] ?? null;
}
