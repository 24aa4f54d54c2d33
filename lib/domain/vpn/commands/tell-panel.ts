import type { Subscription, SubscriptionCredential, VpnPanel } from "@/lib/db/generated/client";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { parseCredential } from "../credential";
import { panelAccount } from "../panel-account";
import { retryAfterMs } from "../panel-retry";
import type { VpnDeps, VpnPanelAdapter } from "../ports";
import { templateOf } from "../queries/inbound-template";
import type { PanelAccount, PanelError } from "../types";

export type DueCredential = SubscriptionCredential & { subscription: Subscription };

async function accountOf(deps: VpnDeps, row: DueCredential): Promise<PanelAccount> {
  const configs = await deps.db.userConfig.findMany({
    where: { subscriptionId: row.subscriptionId, server: { panelId: row.panelId } },
    include: { inbound: true },
  });
  const inbounds = configs
    .map(({ inbound }) => templateOf(inbound.template))
    .filter((template) => template !== null);
  const stored = parseCredential(deps.cipher.decrypt(row.ciphertext));
  return panelAccount(
    { ...row, isActive: row.desiredState === "ACTIVE" },
    row.subscription,
    stored,
    inbounds,
    deps.clock.now(),
  );
}

type Told = { ok: true; remoteId: string | null; cut: boolean } | { ok: false; error: PanelError };

async function tell(adapter: VpnPanelAdapter, row: DueCredential, account: PanelAccount): Promise<Told> {
  if (row.desiredState === "ACTIVE") {
    const ensured = await adapter.ensureAccount(account);
    return ensured.ok ? { ok: true, remoteId: ensured.remoteId, cut: false } : ensured;
  }
  // Addresses of open connections are known only while the account is: cut first where that works, then close the door,
  // then cut whoever came in between.
  if (row.desiredState === "DISABLED") {
    const disabled = await adapter.ensureAccount(account);
    if (!disabled.ok) return disabled;
    const cut = await adapter.cutConnections(account);
    return { ok: true, remoteId: disabled.remoteId, cut: cut.ok };
  }
  await adapter.cutConnections(account);
  const removed = await adapter.removeAccount(account);
  if (!removed.ok) return removed;
  const cut = await adapter.cutConnections(account);
  return { ok: true, remoteId: null, cut: cut.ok };
}

/**
 * Brings one account of one panel to what it should be. The outside is asked between two transactions; a version that has
 * grown meanwhile leaves the row due. Returns the error, null when the panel did what it was asked.
 */
export async function tellPanel(
  deps: VpnDeps,
  adapter: VpnPanelAdapter,
  panel: VpnPanel,
  row: DueCredential,
): Promise<PanelError | null> {
  const account = await accountOf(deps, row);
  const told = await tell(adapter, row, account);
  const now = deps.clock.securityNow();
  if (!told.ok) {
    const attempts = row.attempts + 1;
    await deps.db.subscriptionCredential.updateMany({
      where: { id: row.id, desiredVersion: row.desiredVersion },
      data: {
        attempts,
        lastErrorCode: told.error.kind,
        lastErrorText: told.error.text.slice(0, 300),
        nextAttemptAt: new Date(now.getTime() + retryAfterMs(told.error, attempts)),
      },
    });
    deps.log.warn({ panel: panel.name, username: row.username, code: told.error.kind }, "panel refused");
    return told.error;
  }
  await inTransaction(deps, async (tx) => {
    await tx.subscriptionCredential.update({
      where: { id: row.id },
      data: {
        actualState: row.desiredState,
        actualVersion: row.desiredVersion,
        remoteId: told.remoteId,
        attempts: 0,
        lastErrorCode: null,
        lastErrorText: null,
        verifiedAt: deps.clock.now(),
        ...(told.cut && row.revokedAt ? { cutAt: now } : {}),
        ...(row.desiredState === "ABSENT" ? { tunnelAddress: null } : {}),
      },
    });
    await tx.userConfig.updateMany({
      where: { subscriptionId: row.subscriptionId, server: { panelId: row.panelId } },
      data: { hiddifyUserId: told.remoteId },
    });
    await writeEvent(
      tx,
      "subscription.changed",
      { subscriptionId: row.subscriptionId },
      { userId: row.subscription.userId },
    );
  });
  return null;
}
