import type { Tx } from "@/lib/db/client";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import type { ExternalAccount } from "../accounts";
import type { LedgerKind } from "../postings";

export interface TakeMoneyInput {
  userId: string;
  /** Above zero. */
  amountMicros: bigint;
  target: ExternalAccount;
  kind: LedgerKind;
  key: string;
  /** What is not available becomes debt, which the next deposits pay. */
  mayOwe: boolean;
  line: { id: string; description?: string };
}

interface TakenRow {
  ledger_transaction_id: bigint | null;
  replayed: boolean;
  available: bigint;
  missing: bigint;
}

/**
 * Takes money out of a wallet by an administrator's word, in one round trip. Throws
 * RefusalError("insufficient_funds") when there is too little and no debt is allowed.
 */
export async function takeMoney(
  tx: Tx,
  input: TakeMoneyInput,
): Promise<{ ledgerTransactionId: bigint; replayed: boolean }> {
  const rows = await tx.$queryRaw<TakenRow[]>`
    SELECT ledger_transaction_id, replayed, available, missing FROM wallet_take(
      ${input.userId}::uuid, ${input.amountMicros}::bigint, ${WALLET_CURRENCY}, ${input.target}, ${input.kind},
      ${input.key}, ${input.mayOwe}::boolean, ${input.line.id}::uuid, 'INTERNAL', 'ADMIN',
      ${input.line.description ?? null})`;
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
