import { writeAudit } from "@/lib/domain/audit/commands";
import { customerScope, type UserActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { endpointIdSchema } from "../schema";
import { MOST_OLDER_SECRETS, newWebhookSecret, OVERLAP_HOURS, promisedSecrets } from "../secret";
import { lockEndpoint } from "./lock-endpoint";

const HOUR_SECONDS = 3_600;
const HOUR_MS = HOUR_SECONDS * 1_000;

type Rotated = { secret: string; previousSecretUntil: string };

/**
 * Gives an endpoint a new secret, which is shown this once. The one before it signs beside it for a day, and so
 * do those whose day is not over. Refusals: invalid_input, not_found, rate_limited (too many in one day).
 */
export async function rotateSecret(
  deps: KernelDeps,
  actor: UserActor,
  raw: { endpointId: string },
): Promise<Result<Rotated>> {
  const parsed = endpointIdSchema.safeParse(raw);
  if (!parsed.success) return refuse("invalid_input");
  const { endpointId } = parsed.data;
  const secret = newWebhookSecret(deps.ids);
  return inTransaction<Result<Rotated>>(deps, async (tx) => {
    const endpoint = await lockEndpoint(tx, customerScope(actor), endpointId);
    if (!endpoint) return refuse("not_found");
    const olderSecrets = promisedSecrets(deps, endpoint);
    if (olderSecrets.length > MOST_OLDER_SECRETS)
      return refuse("rate_limited", { retryAfterSeconds: HOUR_SECONDS });
    const previousSecretUntil = new Date(deps.clock.now().getTime() + OVERLAP_HOURS * HOUR_MS);
    await tx.webhookEndpoint.update({
      where: { id: endpointId },
      data: {
        secretCiphertext: new Uint8Array(deps.cipher.encrypt(secret)),
        previousSecretCiphertext: endpoint.secretCiphertext,
        previousSecretUntil,
        olderSecrets,
      },
    });
    await writeAudit(tx, actor, {
      action: "webhook.secret_rotated",
      targetType: "webhook",
      targetId: endpointId,
      after: { url: endpoint.url, previousSecretUntil: previousSecretUntil.toISOString() },
    });
    return ok({ secret, previousSecretUntil: previousSecretUntil.toISOString() });
  });
}
