import type { Tx } from "@/lib/db/client";
import type { Gateway, PaymentMethod } from "@/lib/db/generated/client";
import { WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import type { ExternalAccount } from "../accounts";
import type { LedgerKind } from "../postings";

export interface DepositMoneyInput {
  userId: string;
  /** Above zero. */
  amountMicros: bigint;
  source: ExternalAccount;
  kind: LedgerKind;
  /** Of the business fact: the same key deposits once, for ever. */
  key: string;
  line: {
    id: string;
    type: "DEPOSIT" | "ADJUSTMENT" | "REFUND";
    gateway: Gateway;
    paymentMethod: PaymentMethod;
    gatewayTransactionId?: string;
    description?: string;
    invoiceId?: string;
    /** Facts of the payment for statement and export; never secrets. */
    details?: Record<string, string>;
  };
}

interface DepositRow {
  ledger_transaction_id: bigint;
  replayed: boolean;
  debt_paid: bigint;
}

/**
 * Brings money into a wallet, in one round trip: debt is paid first, the rest becomes available. Replayed means that
 * the key had been used for the same deposit; another request under the same key is the database's LG006.
 */
export async function depositMoney(
  tx: Tx,
  input: DepositMoneyInput,
): Promise<{ ledgerTransactionId: bigint; replayed: boolean; debtPaidMicros: bigint }> {
  const { line } = input;
  const rows = await tx.$queryRaw<DepositRow[]>`
    SELECT ledger_transaction_id, replayed, debt_paid FROM wallet_deposit(
      ${input.userId}::uuid, ${input.amountMicros}::bigint, ${WALLET_CURRENCY}, ${input.source}, ${input.kind},
      ${input.key}, ${line.id}::uuid, ${line.type}::"WalletTransactionType", ${line.gateway}::"Gateway",
      ${line.paymentMethod}::"PaymentMethod", ${line.gatewayTransactionId ?? null}, ${line.description ?? null},
      ${line.invoiceId ?? null}::uuid, ${line.details ? JSON.stringify(line.details) : null}::jsonb)`;
  const deposit = rows[0];
  if (!deposit) throw new Error("wallet_deposit answered nothing");
  return {
    ledgerTransactionId: deposit.ledger_transaction_id,
    replayed: deposit.replayed,
    debtPaidMicros: deposit.debt_paid,
  };
}
