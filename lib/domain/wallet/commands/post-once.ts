import type { Tx } from "@/lib/db/client";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { type Refusal, refuse } from "@/lib/domain/kernel/result";
import { databaseErrorCode, inTransaction } from "@/lib/domain/kernel/transaction";

/** The ledger's word for a key that belongs to another request. */
const KEY_REUSED = "LG006";

/** A transaction around postings: a key used before for something else comes out as a refusal. */
export async function postOnce<T>(
  deps: Pick<KernelDeps, "db">,
  work: (tx: Tx) => Promise<T>,
): Promise<T | Refusal> {
  try {
    return await inTransaction(deps, work);
  } catch (error) {
    if (databaseErrorCode(error) === KEY_REUSED) return refuse("idempotency_mismatch");
    throw error;
  }
}
