import { type Db, openDatabase } from "@/lib/db/client";
import { createNotifications, type Notifications } from "@/lib/db/notifications";
import { saveKeyCalls } from "@/lib/domain/api-keys/commands/save-key-calls";
import type { BillingDeps } from "@/lib/domain/billing/ports";
import type { IdentityDeps } from "@/lib/domain/identity/ports";
import type { KeptReadings } from "@/lib/domain/kernel/kept-readings";
import type { NumbersDeps } from "@/lib/domain/numbers/ports";
import type { SimulatorDeps } from "@/lib/domain/operations/ports";
import { saveProviderCalls } from "@/lib/domain/supply/commands/save-provider-calls";
import { saveLinkReads } from "@/lib/domain/vpn/commands/save-link-reads";
import type { VpnDeps } from "@/lib/domain/vpn/ports";
import type { WebhooksDeps } from "@/lib/domain/webhooks/ports";
import { type Env, exportAuthEnvironment, readEnv } from "@/lib/env";
import { createCipher } from "@/lib/integrations/crypto/cipher";
import { addressDeriver } from "@/lib/integrations/crypto-addresses/address-deriver";
import { createMailer } from "@/lib/integrations/mail/mailer";
import { createPasswordHasher } from "@/lib/integrations/password/hasher";
import { describeConnections } from "@/lib/integrations/payments/connections";
import { createCrypto } from "@/lib/integrations/payments/crypto";
import { createPaymentGateways } from "@/lib/integrations/payments/gateways";
import { createSimulatorControl, type SimulatorControl } from "@/lib/integrations/simulator-control/client";
import { createPanelSimulators } from "@/lib/integrations/simulator-control/panel-simulators";
import { createPaymentSimulators } from "@/lib/integrations/simulator-control/payment-simulators";
import { type CallBuffer, createCallBuffer } from "@/lib/integrations/sms/call-buffer";
import { createSmsProviders } from "@/lib/integrations/sms/providers";
import { createClock, type MovableClock } from "@/lib/integrations/system/clock";
import { systemIds } from "@/lib/integrations/system/ids";
import { createKeptReadings } from "@/lib/integrations/system/kept-readings";
import { createKeyCallBuffer, type KeyCallBuffer } from "@/lib/integrations/system/key-call-buffer";
import { createLinkReadBuffer, type LinkReadBuffer } from "@/lib/integrations/system/link-read-buffer";
import { createVpnPanels } from "@/lib/integrations/vpn-panels/registry";
import { createWebhookSender } from "@/lib/integrations/webhooks/sender";
import { createLifecycle, type Lifecycle } from "@/lib/lifecycle";
import { createLogger, type Logger } from "@/lib/observability/logger";
import { createMetrics, type Metrics } from "@/lib/observability/metrics";
import { createRateLimits, type RateLimits } from "@/lib/rate-limit/limits";
import { createStreams, type Streams } from "@/lib/stream/streams";

/** Everything a process owns, made once. */
export interface Deps extends IdentityDeps, NumbersDeps, BillingDeps, SimulatorDeps, VpnDeps, WebhooksDeps {
  env: Env;
  clock: MovableClock;
  log: Logger;
  metrics: Metrics;
  notifications: Notifications;
  lifecycle: Lifecycle;
  rateLimits: RateLimits;
  streams: Streams;
  simulators: SimulatorControl;
  providerCalls: CallBuffer;
  keyCalls: KeyCallBuffer;
  linkReads: LinkReadBuffer;
  kept: KeptReadings;
}

/** One process holds two copies of every module (server.mts and Next): state lives here, once. */
const SLOT = Symbol.for("patchbay.deps");

/** Builds the dependencies of one process, on a client of its own unless one is given. Only getDeps, tests and benches call it. */
export function createDeps(env: Env, given?: Db): Deps {
  const log = createLogger({ level: env.logLevel });
  const clock = createClock();
  const cipher = createCipher(env.encryptionKeys);
  const notifications = createNotifications(env.databaseDirectUrl, (error) =>
    log.warn({ err: error }, "lost the notification connection"),
  );
  const db = given ?? openDatabase({ url: env.databaseUrl, poolSize: env.databasePoolSize });
  const providerCalls = createCallBuffer((calls) => saveProviderCalls({ db }, calls), log);
  const core = {
    env,
    mode: env.mode,
    db,
    clock,
    ids: systemIds,
    cipher,
    log,
    metrics: createMetrics(),
    notifications,
    lifecycle: createLifecycle(),
    rateLimits: createRateLimits({ redisUrl: env.redisUrl, log }),
    passwords: createPasswordHasher({ cost: env.passwordCost }),
    mailer: createMailer({ mail: env.mail, dataDir: env.dataDir, log }),
    smsProviders: createSmsProviders({ cipher, onCall: providerCalls.keep }),
    providerCalls,
    keyCalls: createKeyCallBuffer((calls) => saveKeyCalls({ db }, calls), { clock, log }),
    linkReads: createLinkReadBuffer((reads) => saveLinkReads({ db }, reads), { clock, log }),
    simulators: createSimulatorControl(env),
    paymentSimulators: createPaymentSimulators(env),
    panelSimulators: createPanelSimulators(env),
    kept: createKeptReadings(),
    paymentGateways: createPaymentGateways(env),
    addresses: addressDeriver,
    crypto: createCrypto(env, () => clock.now()),
    connections: describeConnections(env),
    vpnPanels: createVpnPanels(),
    webhooks: createWebhookSender({
      allowLocal: env.webhookLocalReceivers,
      now: () => clock.securityNow(),
    }),
    publicOrigin: env.publicUrl.origin,
    startedAt: clock.securityNow(),
  };
  notifications.on("patchbay_clock", (seconds) => clock.setOffsetSeconds(Number(seconds)));
  return { ...core, streams: createStreams(core) };
}

/** The process's dependencies, made at the first call. Throws an EnvironmentError when something is missing. */
export function getDeps(): Deps {
  const existing = Reflect.get(globalThis, SLOT) as Deps | undefined;
  if (existing) return existing;
  const env = readEnv();
  exportAuthEnvironment(env);
  const deps = createDeps(env);
  Reflect.set(globalThis, SLOT, deps);
  return deps;
}

/** Closes what the process holds open. */
export async function closeDeps(deps: Deps): Promise<void> {
  await closeAllButDatabase(deps);
  await Promise.allSettled([deps.db.$disconnect()]);
}

/** The same for a process whose client was given to it. */
export async function closeAllButDatabase(deps: Deps): Promise<void> {
  deps.lifecycle.stop();
  await deps.notifications.close();
  await deps.providerCalls.flush();
  await deps.keyCalls.flush();
  await deps.linkReads.flush();
  await Promise.allSettled([deps.passwords.close(), deps.rateLimits.close()]);
}
