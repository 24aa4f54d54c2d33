import type { Tx } from "@/lib/db/client";
import type { Payment, PaymentRefund } from "@/lib/db/generated/client";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { disputeNews } from "../money-news";
import type { DisputeState } from "../types";

/** Tells that a refund is over, sent or failed, in the transaction that ended it. */
export async function tellRefund(
  tx: Tx,
  { id, userId, status }: Pick<PaymentRefund, "id" | "userId" | "status">,
): Promise<void> {
  await writeEvent(tx, "refund.finished", { refundId: id, status }, { userId });
}

/** Tells that a payment is disputed, or how that ended, in the transaction that writes the new word. */
export async function tellDispute(
  tx: Tx,
  userId: string,
  payment: Pick<Payment, "id" | "disputeState">,
  after: DisputeState,
): Promise<void> {
  const news = disputeNews(payment.disputeState, after);
  if (news) await writeEvent(tx, "dispute.changed", { paymentId: payment.id, news }, { userId });
}
