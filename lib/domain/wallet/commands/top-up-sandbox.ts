import { writeAudit } from "@/lib/domain/audit/commands";
import type { UserActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { toDecimal } from "@/lib/domain/kernel/money";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { MAX_MOVE_MICROS } from "../schema";
import type { TopUpInput } from "../types";
import { depositMoney } from "./deposit-money";
import { postOnce } from "./post-once";

/**
 * Play money for the demo. Refusals: demo_only, amount_invalid, amount_too_large, idempotency_mismatch. The same key
 * of the same person credits once.
 */
export async function topUpSandbox(
  deps: KernelDeps,
  actor: UserActor,
  input: TopUpInput,
): Promise<Result<{ replayed: boolean }>> {
  const { userId } = actor;
  if (deps.mode !== "demo") return refuse("demo_only");
  if (input.amountMicros <= 0n) return refuse("amount_invalid");
  if (input.amountMicros > MAX_MOVE_MICROS) return refuse("amount_too_large");
  const lineId = deps.ids.uuid();
  return postOnce(deps, async (tx) => {
    const { replayed } = await depositMoney(tx, {
      userId,
      amountMicros: input.amountMicros,
      source: "ext:sandbox",
      kind: "deposit.sandbox",
      key: `sandbox:${userId}:${input.key}`,
      line: { id: lineId, type: "DEPOSIT", gateway: "SANDBOX", paymentMethod: "CARD" },
    });
    if (!replayed) {
      await writeAudit(tx, actor, {
        action: "wallet.topped_up",
        targetType: "user",
        targetId: userId,
        after: { amount: toDecimal(input.amountMicros), gateway: "SANDBOX", lineId },
      });
      await writeEvent(tx, "wallet.changed", { userId }, { userId });
    }
    return ok({ replayed });
  });
}
