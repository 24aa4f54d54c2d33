import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { canOperate } from "../policy";
import { eventIdSchema } from "../schema";

type Step = "retry" | "discard";

/**
 * Tells stuck news again at once, or gives it up: then nobody is told, and the audit log says what it was. Refusals:
 * forbidden, not_found (also when it was told in the meantime).
 */
export async function settleEvent(
  deps: Pick<KernelDeps, "db">,
  actor: Actor,
  input: { id: string; step: Step },
): Promise<Result> {
  if (!canOperate(actor)) return refuse("forbidden");
  const id = eventIdSchema.safeParse(input.id);
  if (!id.success) return refuse("not_found");
  return inTransaction<Result>(deps, async (tx) => {
    const [event] = await tx.$queryRaw<
      { kind: string; subject: string | null; attempts: number; error: string | null }[]
    >`
      SELECT kind, subject_id AS subject, attempts, last_error AS error FROM outbox_events
      WHERE id = ${BigInt(id.data)} AND dispatched_at IS NULL FOR UPDATE`;
    if (!event) throw new RefusalError("not_found");
    await (input.step === "retry"
      ? tx.$executeRaw`UPDATE outbox_events SET next_attempt_at = now() WHERE id = ${BigInt(id.data)}`
      : tx.$executeRaw`UPDATE outbox_events SET dispatched_at = now() WHERE id = ${BigInt(id.data)}`);
    await writeAudit(tx, actor, {
      action: input.step === "retry" ? "event.retried" : "event.discarded",
      targetType: "event",
      targetId: id.data,
      before: { kind: event.kind, subject: event.subject, attempts: event.attempts, error: event.error },
      after: { state: input.step === "retry" ? "waiting" : "discarded" },
    });
    return ok();
  });
}
