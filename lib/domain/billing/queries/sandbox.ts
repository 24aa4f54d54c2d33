import { ASSET_OF, isCrypto, TOP_UP_METHODS, type TopUpMethod } from "../methods";
import type { BillingDeps } from "../ports";

type MethodDeps = Pick<BillingDeps, "paymentGateways" | "crypto">;

/** Whether a way of paying has its keys. */
export function isConfigured({ paymentGateways, crypto }: MethodDeps, method: TopUpMethod): boolean {
  if (isCrypto(method)) return crypto.accountKey(ASSET_OF[method]) !== null;
  return paymentGateways.byName(method === "CARD" ? "stripe" : "mercadopago") !== null;
}

/** Whether a simulator plays a way of paying. */
export function isSimulated({ paymentGateways, crypto }: MethodDeps, method: TopUpMethod): boolean {
  return isCrypto(method) ? crypto.isSimulated : paymentGateways.isSimulated(method);
}

/** How much of paying is played: all configured ways, some, or none. */
export function readSandbox(deps: MethodDeps): "all" | "some" | "none" {
  const configured = TOP_UP_METHODS.filter((method) => isConfigured(deps, method));
  const simulated = configured.filter((method) => isSimulated(deps, method));
  if (simulated.length === 0) return "none";
  return simulated.length === configured.length ? "all" : "some";
}
