import Stripe from "stripe";

export interface StripeOptions {
  secretKey: string;
  /** Several while one is being rolled. */
  webhookSecrets: readonly string[];
  /** Another address than Stripe's own. */
  baseUrl?: string;
  /** For one call with its answer. */
  timeoutMs?: number;
  maxNetworkRetries?: number;
}

const TIMEOUT_MS = 10_000;
const RETRIES = 2;

/** The version that the types of stripe 23.1.0 describe; events are read in it too. */
const API_VERSION = "2026-10-28.endive";

/** Stripe's own SDK. Its host can be changed, its paths cannot: the address has no path. */
export function createStripeClient({ secretKey, baseUrl, timeoutMs, maxNetworkRetries }: StripeOptions) {
  const url = baseUrl === undefined ? undefined : new URL(baseUrl);
  const isHttp = url?.protocol === "http:";
  return new Stripe(secretKey, {
    apiVersion: API_VERSION,
    timeout: timeoutMs ?? TIMEOUT_MS,
    maxNetworkRetries: maxNetworkRetries ?? RETRIES,
    telemetry: false,
    ...(url && {
      protocol: isHttp ? "http" : "https",
      host: url.hostname,
      port: url.port || (isHttp ? 80 : 443),
    }),
  });
}
