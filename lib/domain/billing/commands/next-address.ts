import type { Tx } from "@/lib/db/client";
import type { AccountKey } from "@/lib/domain/crypto-payments/ports";
import type { CryptoAsset } from "@/lib/domain/crypto-payments/types";

/** A fresh address of the account, never given before: the cursor moves in the transaction of its invoice. */
export async function nextAddress(
  tx: Tx,
  asset: CryptoAsset,
  key: AccountKey,
): Promise<{ address: string; index: number }> {
  const rows = await tx.$queryRaw<{ next_index: number }[]>`
    INSERT INTO address_cursors (asset, key_hash, next_index)
    VALUES (${asset}::"CryptoAsset", ${key.fingerprint}, 1)
    ON CONFLICT (asset, key_hash) DO UPDATE SET next_index = address_cursors.next_index + 1
    RETURNING next_index`;
  const index = (rows[0]?.next_index ?? 1) - 1;
  return { address: key.addressAt(index), index };
}
