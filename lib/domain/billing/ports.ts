import type {
  AccountKey,
  AddressDeriver,
  ChainWatcher,
  RateSource,
} from "@/lib/domain/crypto-payments/ports";
import type { CryptoAsset } from "@/lib/domain/crypto-payments/types";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { PaymentGateway } from "@/lib/domain/payments/ports";
import type { TopUpMethod } from "./methods";
import type { ConnectionView } from "./schema";

/** The gateways that are configured; one without keys is not there. */
export interface PaymentGateways {
  byName(name: PaymentGateway["name"]): PaymentGateway | null;
  /** Gateways that are played by a simulator of the demo. */
  isSimulated(method: TopUpMethod): boolean;
}

/** Watch-only: public keys, and those who can tell what chains and exchanges say. */
export interface CryptoPorts {
  /** The account that is paid to; null where none is configured. */
  accountKey(asset: CryptoAsset): AccountKey | null;
  watcher(asset: CryptoAsset): ChainWatcher;
  rateSources: readonly RateSource[];
  isSimulated: boolean;
}

/** One of those whom paying asks, as the environment configures it. */
export type ConnectionSettings = Pick<ConnectionView, "name" | "mode" | "variables" | "hookUrl">;

export interface BillingDeps extends KernelDeps {
  paymentGateways: PaymentGateways;
  addresses: AddressDeriver;
  crypto: CryptoPorts;
  connections: readonly ConnectionSettings[];
  /** When this process began, in real time. */
  startedAt: Date;
  /** The one origin that people and gateways use. */
  publicOrigin: string;
}
