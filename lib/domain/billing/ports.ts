import type { AddressDeriver } from "@/lib/domain/crypto-payments/ports";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { PaymentGateway } from "@/lib/domain/payments/gateway";
import type { TopUpMethod } from "./methods";

/** The gateways that are configured; one without keys is not there. */
export interface PaymentGateways {
  byName(name: PaymentGateway["name"]): PaymentGateway | null;
  /** Gateways that are played by a simulator of the demo. */
  isSimulated(method: TopUpMethod): boolean;
}

export interface BillingDeps extends KernelDeps {
  paymentGateways: PaymentGateways;
  addresses: AddressDeriver;
  /** The one origin that people and gateways use. */
  publicOrigin: string;
}
