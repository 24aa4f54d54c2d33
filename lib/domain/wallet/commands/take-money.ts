import type { Tx } from "@/lib/db/client";
import type { Gateway, PaymentMethod } from "@/lib/db/generated/client";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import type { ExternalAccount, RevenueAccount } from "../accounts";
import type { LedgerKind } from "../postings";

export interface TakeMoneyInput {
  userId: string;
  /** Above zero. */
  amountMicros: bigint;
  target: ExternalAccount | RevenueAccount;
  kind: LedgerKind;
  key: string;
  /** What is not available becomes debt, which the next deposits pay. */
  mayOwe: boolean;
  /** An adjustment by staff where nothing else is said. */
  line: {
    id: string;
    type?: "ADJUSTMENT" | "REFUND" | "PURCHASE";
    gateway?: Gateway;
    paymentMethod?: PaymentMethod;
    gatewayTransactionId?: string;
    invoiceId?: string;
    description?: string;
  };
}

interface TakenRow {
  ledger_transaction_id: bigint | null;
  replayed: boolean;
  available: bigint;
  missing: bigint;
}

/**
 * Takes money out of a wallet, in one round trip: for a plan, or by an administrator's or a gateway's word. Throws
 * RefusalError("insufficient_funds") when there is too little and no debt is allowed.
 */
export async function takeMoney(
  tx: Tx,
  input: TakeMoneyInput,
): Promise<{ ledgerTransactionId: bigint; replayed: boolean }> {
  const { line } = input;
  const rows = await tx.$queryRaw<TakenRow[]>`
    SELECT ledger_transaction_id, replayed, available, missing FROM wallet_take(
      ${input.userId}::uuid, ${input.amountMicros}::bigint, ${WALLET_CURRENCY}, ${input.target}, ${input.kind},
      ${input.key}, ${input.mayOwe}::boolean, ${line.id}::uuid, ${line.gateway ?? "INTERNAL"}::"Gateway",
      ${line.paymentMethod ?? "ADMIN"}::"PaymentMethod", ${line.description ?? null},
      ${line.type ?? "ADJUSTMENT"}::"WalletTransactionType", ${line.gatewayTransactionId ?? null},
      ${line.invoiceId ?? null}::uuid)`;
  const taken = rows[0];
  if (!taken) throw new Error("wallet_take answered nothing");
  if (taken.ledger_transaction_id === null) {
    throw new RefusalError("insufficient_funds", {
      missingMicros: taken.missing.toString(),
      availableMicros: taken.available.toString(),
    });
  }
  return { ledgerTransactionId: taken.ledger_transaction_id, replayed: taken.replayed };
}
