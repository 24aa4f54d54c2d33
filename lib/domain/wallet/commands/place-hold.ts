import type { Tx } from "@/lib/db/client";
import type { Gateway, PaymentMethod } from "@/lib/db/generated/client";
import { RefusalError } from "@/lib/domain/kernel/errors";

export interface PlaceHoldInput {
  userId: string;
  /** Above zero. */
  amountMicros: bigint;
  currency: string;
  /** Only its owner resolves a hold; asking again for the same owner returns the same hold. */
  ownerType: "order" | "withdrawal" | "refund";
  ownerId: string;
  /** Business time until an alert; nothing is released by it. */
  expiresInSeconds: number;
  /** The customer's PENDING line; a purchase from the balance where nothing else is said. Its order or invoice exists. */
  line: {
    id: string;
    type?: "PURCHASE" | "WITHDRAWAL" | "REFUND";
    gateway?: Gateway;
    paymentMethod?: PaymentMethod;
    orderId?: string;
    invoiceId?: string;
    description?: string;
  };
}

interface PlacedRow {
  hold_id: bigint | null;
  ledger_transaction_id: bigint | null;
  available: bigint;
  missing: bigint;
  frozen: boolean;
}

/**
 * Sets money aside, in one round trip. Throws RefusalError("insufficient_funds") with missingMicros and
 * availableMicros (as strings) when the wallet has too little, RefusalError("wallet_frozen") while it is frozen.
 */
export async function placeHold(
  tx: Tx,
  input: PlaceHoldInput,
): Promise<{ holdId: bigint; ledgerTransactionId: bigint }> {
  const { line } = input;
  const rows = await tx.$queryRaw<PlacedRow[]>`
    SELECT hold_id, ledger_transaction_id, available, missing, frozen FROM hold_place(
      ${input.userId}::uuid, ${input.amountMicros}::bigint, ${input.currency}, ${input.ownerType}, ${input.ownerId},
      ${input.expiresInSeconds}::integer, ${line.id}::uuid, ${line.orderId ?? null}::uuid, ${line.description ?? null},
      ${line.type ?? "PURCHASE"}::"WalletTransactionType", ${line.gateway ?? "INTERNAL"}::"Gateway",
      ${line.paymentMethod ?? "BALANCE"}::"PaymentMethod", ${line.invoiceId ?? null}::uuid)`;
  const placed = rows[0];
  if (!placed) throw new Error("hold_place answered nothing");
  if (placed.frozen) throw new RefusalError("wallet_frozen");
  if (placed.hold_id === null || placed.ledger_transaction_id === null) {
    throw new RefusalError("insufficient_funds", {
      missingMicros: placed.missing.toString(),
      availableMicros: placed.available.toString(),
    });
  }
  return { holdId: placed.hold_id, ledgerTransactionId: placed.ledger_transaction_id };
}
