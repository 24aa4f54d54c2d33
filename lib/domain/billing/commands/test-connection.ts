import { writeAudit } from "@/lib/domain/audit/commands";
import { rateToDecimal } from "@/lib/domain/crypto-payments/asset-amount";
import type { CryptoAsset } from "@/lib/domain/crypto-payments/types";
import type { Actor } from "@/lib/domain/kernel/actor";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import type { PaymentGateway } from "@/lib/domain/payments/ports";
import { canMoveMoney } from "../policy";
import type { BillingDeps } from "../ports";
import type { ConnectionName } from "../schema";
import { noteGatewayHealth } from "./note-gateway-health";

type Heard =
  /** A gateway says that it has no payment with an id that nobody has: our keys are good. */
  | { kind: "no_such_payment" }
  | { kind: "height"; height: number; source: string }
  /** The chain showed an address; it tells no height. */
  | { kind: "address"; source: string }
  /** USD for one bitcoin. */
  | { kind: "price"; price: string }
  /** `detail` is the adapter's own word, without secrets. */
  | { kind: "failed"; reason: "unavailable" | "misconfigured" | "rejected"; detail: string };

/** What a test call heard, and how long that took. */
export interface ConnectionTest {
  ms: number;
  heard: Heard;
}

/** Well formed ids of payments that no account has. */
const NOBODYS = { stripe: "cs_patchbay_test_call", mercadopago: "1" } as const;

const unavailable = (detail: string): Heard => ({ kind: "failed", reason: "unavailable", detail });

async function askGateway(deps: BillingDeps, gateway: PaymentGateway): Promise<Heard> {
  const answer = await gateway.fetchPayment({ id: NOBODYS[gateway.name] });
  await noteGatewayHealth(deps, gateway.name, answer.ok ? null : answer.reason);
  if (answer.ok || answer.reason === "gateway_not_found") return { kind: "no_such_payment" };
  if (answer.reason === "gateway_unavailable") return unavailable(answer.detail);
  const reason = answer.reason === "gateway_misconfigured" ? "misconfigured" : "rejected";
  return { kind: "failed", reason, detail: answer.detail };
}

/** The first address of our account, from now on: nothing is learnt that the watcher does not ask anyway. */
async function askChain({ crypto, clock }: BillingDeps, asset: CryptoAsset, address: string): Promise<Heard> {
  const answer = await crypto.watcher(asset).look({ address, since: clock.now(), known: [] });
  if (answer.kind === "unavailable") return unavailable(answer.error);
  const { tipHeight, source } = answer.view;
  return tipHeight === null ? { kind: "address", source } : { kind: "height", height: tipHeight, source };
}

/** The question for one of them; null where it is off. */
function questionFor(deps: BillingDeps, name: ConnectionName): (() => Promise<Heard>) | null {
  if (name === "stripe" || name === "mercadopago") {
    const gateway = deps.paymentGateways.byName(name);
    return gateway && (() => askGateway(deps, gateway));
  }
  if (name === "bitcoin" || name === "tron") {
    const asset = name === "bitcoin" ? "BTC" : "USDT";
    const key = deps.crypto.accountKey(asset);
    return key && (() => askChain(deps, asset, key.addressAt(0)));
  }
  const source = deps.crypto.rateSources.find((known) => known.name === name);
  if (!source) return null;
  return async () => {
    const answer = await source.read("BTC");
    if (answer.kind === "unavailable") return unavailable(answer.error);
    return { kind: "price", price: rateToDecimal(answer.reading.rate) };
  };
}

/**
 * Asks a gateway, a chain or a source of prices something harmless, now, by the way that payments take, and says what
 * was heard and after how long. A gateway's health is noted. Refusals: forbidden, method_off (no keys).
 */
export async function testConnection(
  deps: BillingDeps,
  actor: Actor,
  name: ConnectionName,
): Promise<Result<{ test: ConnectionTest }>> {
  if (!canMoveMoney(actor)) return refuse("forbidden");
  const ask = questionFor(deps, name);
  if (!ask) return refuse("method_off");
  const startedAt = deps.clock.securityNow().getTime();
  const heard = await ask();
  const ms = deps.clock.securityNow().getTime() - startedAt;
  await inTransaction(deps, (tx) =>
    writeAudit(tx, actor, {
      action: "connection.tested",
      targetType: "connection",
      targetId: name,
      after: { heard: heard.kind, ms, ...(heard.kind === "failed" ? { error: heard.reason } : {}) },
    }),
  );
  return ok({ test: { ms, heard } });
}
