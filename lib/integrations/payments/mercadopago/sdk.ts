import {
  Chargeback,
  MercadoPagoConfig,
  MPConnectionError,
  Payment,
  PaymentRefund,
  Preference,
} from "mercadopago";
import { AppConfig } from "mercadopago/dist/utils/config/index.js";

export interface MercadoPagoOptions {
  accessToken: string;
  /** Several while one is being rolled. */
  webhookSecrets: readonly string[];
  /**
   * "observe" lets webhooks through whose signature does not match (known trouble with test users): they are only hints,
   * and the payment is asked for in any case.
   */
  signature: "enforce" | "observe";
  /** Where MercadoPago sends notifications; the panel's own address when left out. */
  notificationUrl?: string;
  /** Our account: payments of another collector are not ours. */
  collectorId?: number;
  /** Another address than MercadoPago's own. */
  baseUrl?: string;
  /** For one call with its answer. */
  timeoutMs?: number;
  maxRetries?: number;
}

const REAL_URL = "https://api.mercadopago.com";
const TIMEOUT_MS = 8_000;
const RETRIES = 2;
const FIRST_WAIT_MS = 300;
const LONGEST_WAIT_MS = 2_000;

interface Clients {
  payment: Payment;
  refund: PaymentRefund;
  preference: Preference;
  chargeback: Chargeback;
}

/**
 * Calls MercadoPago's own SDK. Two of its habits are worked around: the base address is one static field of the process,
 * read when a call begins (so it is set right before each), and a client keeps the idempotency key of an earlier call
 * (so each call gets a client of its own).
 */
export function createMercadoPagoCaller(options: MercadoPagoOptions) {
  const baseUrl = (options.baseUrl ?? REAL_URL).replace(/\/$/, "");
  const timeout = options.timeoutMs ?? TIMEOUT_MS;
  const retries = options.maxRetries ?? RETRIES;
  const limitMs = (timeout + LONGEST_WAIT_MS) * (retries + 1);
  return async <T>(call: (clients: Clients) => Promise<T>, idempotencyKey?: string): Promise<T> => {
    const config = () =>
      new MercadoPagoConfig({
        accessToken: options.accessToken,
        options: {
          timeout,
          maxRetries: retries,
          initialDelay: FIRST_WAIT_MS,
          maxDelay: LONGEST_WAIT_MS,
          jitter: true,
          ...(idempotencyKey && { idempotencyKey }),
        },
      });
    const clients = {
      payment: new Payment(config()),
      refund: new PaymentRefund(config()),
      preference: new Preference(config()),
      chargeback: new Chargeback(config()),
    };
    Object.assign(AppConfig, { BASE_URL: baseUrl });
    const answer = call(clients);
    let timer: NodeJS.Timeout | undefined;
    // The SDK's own limit ends with the headers; a body that stalls would be waited for without end.
    const limit = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new MPConnectionError({ name: "TimeoutError" })), limitMs);
    });
    return Promise.race([answer, limit]).finally(() => clearTimeout(timer));
  };
}

export type MercadoPagoCaller = ReturnType<typeof createMercadoPagoCaller>;
