import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import type { SwitchNumbersInput } from "../number-schema";
import { canManageStock } from "../policy";

/**
 * Takes numbers off the shelf, or puts them back. An order that holds one goes on to its end and still gets its SMS;
 * afterwards the number is not given again. Returns how many changed and how many of them are held just now.
 */
export async function switchNumbers(
  deps: KernelDeps,
  actor: Actor,
  { ids, isActive, reason }: SwitchNumbersInput,
): Promise<Result<{ changed: number; held: number }>> {
  if (!canManageStock(actor)) return refuse("forbidden");
  return inTransaction<Result<{ changed: number; held: number }>>(deps, async (tx) => {
    const changed = await tx.$queryRaw<{ id: string; e164: string; held: boolean }[]>`
      UPDATE phone_numbers p SET is_active = ${isActive}, updated_at = now()
      WHERE p.id = ANY(${ids}::uuid[]) AND p.is_active <> ${isActive}
      RETURNING p.id, p.e164, EXISTS (SELECT FROM phone_number_services n
        WHERE n.phone_number_id = p.id AND n.live_order_id IS NOT NULL) AS held`;
    if (changed.length === 0) {
      const there = await tx.phoneNumber.count({ where: { id: { in: ids } } });
      return there > 0 ? ok({ changed: 0, held: 0 }) : refuse("not_found");
    }
    // What is on no shelf counts as no stock.
    await tx.phoneNumberService.updateMany({
      where: { phoneNumberId: { in: changed.map(({ id }) => id) } },
      data: { isAllowed: isActive },
    });
    for (const { id, e164 } of changed) {
      await writeAudit(tx, actor, {
        action: isActive ? "number.reactivated" : "number.deactivated",
        targetType: "phone_number",
        targetId: id,
        before: { number: e164, isActive: !isActive },
        after: { number: e164, isActive },
        reason: reason || undefined,
      });
    }
    return ok({ changed: changed.length, held: changed.filter(({ held }) => held).length });
  });
}
