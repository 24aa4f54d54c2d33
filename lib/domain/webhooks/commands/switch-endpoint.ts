import type { z } from "zod";
import { writeAudit } from "@/lib/domain/audit/commands";
import { customerScope, type UserActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { switchEndpointSchema } from "../schema";
import { disableEndpoint } from "./disable-endpoint";
import { lockEndpoint } from "./lock-endpoint";

/** What was set aside longer ago than a whole schedule lasts is not sent again. */
const RESUME_MS = 75 * 3_600_000;

/**
 * Turns an endpoint off or on. On again, it gets what waited when it was turned off; what happened meanwhile was
 * never made. Refusals: invalid_input, not_found.
 */
export async function switchEndpoint(
  deps: KernelDeps,
  actor: UserActor,
  raw: z.input<typeof switchEndpointSchema>,
): Promise<Result> {
  const parsed = switchEndpointSchema.safeParse(raw);
  if (!parsed.success) return refuse("invalid_input");
  const { endpointId, isOn } = parsed.data;
  return inTransaction<Result>(deps, async (tx) => {
    const endpoint = await lockEndpoint(tx, customerScope(actor), endpointId);
    if (!endpoint) return refuse("not_found");
    if ((endpoint.disabledAt === null) === isOn) return ok();
    if (!isOn) {
      await disableEndpoint(tx, deps, endpoint, "CUSTOMER", actor);
      return ok();
    }
    const now = deps.clock.now();
    await tx.webhookEndpoint.update({
      where: { id: endpointId },
      data: { disabledAt: null, disabledReason: null, failingSince: null, failuresInRow: 0, warnings: 0 },
    });
    await tx.webhookDelivery.updateMany({
      where: {
        endpointId,
        status: "DISABLED",
        createdAt: { gte: new Date(now.getTime() - RESUME_MS) },
      },
      data: { status: "RETRYING", scheduleCount: 0, nextAttemptAt: now, finishedAt: null },
    });
    await writeAudit(tx, actor, {
      action: "webhook.enabled",
      targetType: "webhook",
      targetId: endpointId,
      after: { url: endpoint.url },
    });
    return ok();
  });
}
