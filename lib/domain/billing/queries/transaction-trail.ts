import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { listLinePostings } from "@/lib/domain/wallet/queries/line-postings";
import type { TransactionTrail, TransactionView } from "../types";
import { toPaymentView } from "./invoice-view";

/** The steps of a line in the books, and the payments it came by: the gateway's own, else those of its invoice. */
export async function readTransactionTrail(
  deps: Pick<KernelDeps, "db">,
  line: TransactionView,
): Promise<TransactionTrail> {
  const [postings, payments] = await Promise.all([
    listLinePostings(deps.db, line.user.id, [line.id]),
    line.invoice === null
      ? []
      : deps.db.payment.findMany({
          where: { invoiceId: line.invoice.id },
          orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        }),
  ]);
  const own = payments.filter(({ gatewayPaymentId }) => gatewayPaymentId === line.gatewayTransactionId);
  return {
    postings: postings.get(line.id) ?? [],
    payments: (own.length > 0 ? own : payments).map(toPaymentView),
  };
}
