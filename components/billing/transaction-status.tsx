import { LineStatus } from "@/components/wallet/line-status";
import type { TransactionView } from "@/lib/domain/billing/types";
import { StaffWithdrawalStatus } from "./withdrawal-status";

/** How a line stands; a withdrawal's line stands as the withdrawal does. */
export function TransactionStatus({ line }: { line: TransactionView }) {
  if (line.withdrawal) return <StaffWithdrawalStatus status={line.withdrawal.status} />;
  return <LineStatus type={line.type} status={line.status} isHold={line.holdId !== null} />;
}
