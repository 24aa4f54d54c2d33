/** One purchase, as asked of an upstream. The hold is placed before; the cap is what it may cost us at most. */
export interface BuyInput {
  orderId: string;
  /** Our sequential number: passed on where the protocol has a field for it. */
  orderNumber: number;
  /** Which number this is for the same order, from 1: the one before could not be used, so this is another purchase. */
  attempt?: number;
  serviceCode: string;
  countryLegacyId: number;
  operator?: string;
  /** Digits with which the number must not begin. */
  exceptPrefixes?: readonly string[];
  maxCostMicros: bigint;
}

/** "unknown" is an answer that timed out or made no sense: it is reconciled, never repeated. */
export type BuyAnswer =
  | {
      kind: "bought";
      upstreamOrderId: string;
      phoneE164: string;
      costMicros: bigint;
      operator?: string;
      windowSeconds?: number;
      cancelAfterSeconds?: number;
    }
  | { kind: "no_numbers" }
  | { kind: "refused"; reason: string; retryable: boolean }
  | { kind: "unknown"; error: string };

/** The upstream could not be reached or did not answer in time. */
export interface Unavailable {
  kind: "unavailable";
  error: string;
}

export interface UpstreamActivation {
  upstreamOrderId: string;
  serviceCode: string;
  countryLegacyId: number;
  phoneE164: string;
  costMicros: bigint;
  startedAt: Date | null;
  status: "waiting" | "received" | "retry";
  codes: string[];
  texts: string[];
}

export type ListAnswer = { kind: "ok"; activations: UpstreamActivation[] } | Unavailable;

export type StateAnswer =
  | { kind: "waiting" | "canceled" | "unknown_order" }
  | { kind: "received"; code: string | null; text: string | null; receivedAt: Date | null }
  | Unavailable;

export type SimpleAnswer = { kind: "ok" | "gone" } | Unavailable;

export type CancelAnswer =
  | { kind: "canceled" }
  | { kind: "gone" }
  | { kind: "too_early" }
  | { kind: "has_code"; code: string | null; text: string | null }
  | Unavailable;

export interface UpstreamOffer {
  serviceCode: string;
  countryLegacyId: number;
  costMicros: bigint;
  count: number;
}

/** Which mobile operators it sells by, by their codes, in each country. */
export interface UpstreamOperators {
  countryLegacyId: number;
  operators: string[];
}

/** Somebody who sells us numbers. Every call answers in bounded time and never throws for what the network does. */
export interface SmsProvider {
  buy(input: BuyInput): Promise<BuyAnswer>;
  /** State and texts of everything live, in one call: for the poller and for reconciling unknown purchases. */
  listActive(): Promise<ListAnswer>;
  getState(upstreamOrderId: string): Promise<StateAnswer>;
  requestAnother(upstreamOrderId: string): Promise<SimpleAnswer>;
  finish(upstreamOrderId: string): Promise<SimpleAnswer>;
  cancel(upstreamOrderId: string): Promise<CancelAnswer>;
  balance(): Promise<{ kind: "ok"; balanceMicros: bigint } | Unavailable>;
  catalog(): Promise<{ kind: "ok"; offers: UpstreamOffer[] } | Unavailable>;
  operators(): Promise<{ kind: "ok"; countries: UpstreamOperators[] } | Unavailable>;
  /** What it has of one operator in one country, by service code. */
  operatorStock(
    countryLegacyId: number,
    operator: string,
  ): Promise<{ kind: "ok"; counts: ReadonlyMap<string, number> } | Unavailable>;
}

/** One call as it may be kept: no key, no codes, no texts. */
export interface ProviderCallFacts {
  action: string;
  request: Record<string, string>;
  response: string | null;
  /** "ok", or a stable word for what went wrong. */
  outcome: string;
  /** Asked over and over: the same answer again is no news. */
  isPoll: boolean;
}

export interface ProviderCallRecord extends ProviderCallFacts {
  providerId: string;
  orderId: string | null;
  /** The supplier's own id, where only that is known. */
  upstreamOrderId: string | null;
  durationMs: number;
  at: Date;
}

interface UpstreamProvider {
  id: string;
  kind: "SMS_ACTIVATE";
  baseUrl: string | null;
  /** Encrypted by the application's keys. */
  credentials: Uint8Array | null;
}

export interface SmsProviders {
  forProvider(provider: UpstreamProvider): SmsProvider;
}
