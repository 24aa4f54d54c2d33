import type { Tx } from "@/lib/db/client";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import type { RevenueAccount } from "../accounts";

export interface RefundCapturedInput {
  userId: string;
  orderId: string;
  /** Above zero; whole or part of what the order's completed lines paid. */
  amountMicros: bigint;
  currency?: string;
  revenueAccount: RevenueAccount;
  /** Of the business fact ("refund:<order>:<why>"): the same key refunds once. */
  key: string;
  lineId: string;
  description?: string;
}

interface RefundRow {
  ledger_transaction_id: bigint | null;
  replayed: boolean;
  refundable: bigint;
}

/**
 * Gives captured money back: a posting and a REFUND line of their own, in one round trip. Throws
 * RefusalError("already_refunded") with refundableMicros when the order has not that much left.
 */
export async function refundCaptured(
  tx: Tx,
  input: RefundCapturedInput,
): Promise<{ ledgerTransactionId: bigint; replayed: boolean }> {
  const rows = await tx.$queryRaw<RefundRow[]>`
    SELECT ledger_transaction_id, replayed, refundable FROM wallet_refund(
      ${input.userId}::uuid, ${input.orderId}::uuid, ${input.amountMicros}::bigint,
      ${input.currency ?? WALLET_CURRENCY}, ${input.revenueAccount}, ${input.key}, ${input.lineId}::uuid,
      ${input.description ?? null})`;
  const refund = rows[0];
  if (!refund) throw new Error("wallet_refund answered nothing");
  if (refund.ledger_transaction_id === null) {
    throw new RefusalError("already_refunded", { refundableMicros: refund.refundable.toString() });
  }
  return { ledgerTransactionId: refund.ledger_transaction_id, replayed: refund.replayed };
}
