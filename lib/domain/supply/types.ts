export type ProviderKind = "OWN_STOCK" | "SMS_ACTIVATE";

/** A provider as routing sees it for one service in one country. */
export interface ProviderCandidate {
  id: string;
  code: string;
  kind: ProviderKind;
  priority: number;
  isActive: boolean;
  /** Failed lately: nothing is bought here for a while. */
  isPaused: boolean;
  /** Numbers it has, or says it has. */
  stock: number;
  /** What one costs us; null for own stock. */
  costMicros: bigint | null;
}

/** What is needed to speak to a provider and to set an order's times. */
export interface ProviderTerms {
  id: string;
  code: string;
  kind: ProviderKind;
  baseUrl: string | null;
  credentials: Uint8Array | null;
  windowSeconds: number;
  cancelAfterSeconds: number;
}

export interface ProviderHealthView {
  code: string;
  name: string;
  kind: ProviderKind;
  isActive: boolean;
  isSimulated: boolean;
  isPaused: boolean;
  consecutiveFailures: number;
  healthError: string | null;
  /** ISO; null when it never answered. */
  healthOkAt: string | null;
  balance: string | null;
}
