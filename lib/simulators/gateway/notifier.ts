import { z } from "zod";

/** How the next notifications are delivered. Everything but "normal" is trouble on purpose. */
export const DELIVERIES = [
  "normal",
  "duplicate",
  "delay",
  "reorder",
  "drop",
  "wrong_signature",
  "stale",
  "future",
  "tampered",
] as const;
export type Delivery = (typeof DELIVERIES)[number];

/** POST /__control/delivery: for all events, or only for the next `count`. */
export const deliveryInput = z.object({
  delivery: z.enum(DELIVERIES),
  count: z.number().int().min(1).max(10_000).optional(),
  /** For "delay". */
  delayMs: z.number().int().min(0).max(600_000).optional(),
  /** For "duplicate": how often in all. */
  times: z.number().int().min(2).max(100).optional(),
});
export type DeliveryInput = z.infer<typeof deliveryInput>;

export interface Notification {
  id: string;
  type: string;
  /** Where to; null where the merchant named no address. */
  url: string | null;
  body: string;
  /** The id that is signed apart from the body, where a gateway does so. */
  dataId?: string;
}

/** How one delivery is spoilt. Signing is the gateway's own business. */
export interface Spoilt {
  wrongSecret: boolean;
  /** Seconds to add to the time that is signed. */
  skewSeconds: number;
}

export interface NotifierOptions {
  /** Headers of a delivery at this moment. The URL may be rewritten (MercadoPago puts the id in the query). */
  sign(notification: Notification, spoilt: Spoilt): { url: string; headers: Record<string, string> };
  /** Milliseconds before each new try; the last one gives up. */
  retryMs?: readonly number[];
  log?(line: string): void;
}

export interface DeliveryRecord {
  eventId: string;
  type: string;
  at: string;
  /** The status that came back; 0 when nobody answered. */
  status: number;
  attempt: number;
}

const RETRY_MS = [2_000, 5_000, 15_000, 60_000, 300_000];
const DELAY_MS = 10_000;
const DUPLICATES = 2;
const A_DAY = 86_400;
const TIMEOUT_MS = 10_000;
const SHOWN = 100;

const honest: Spoilt = { wrongSecret: false, skewSeconds: 0 };
const SPOILT: Partial<Record<Delivery, Spoilt>> = {
  wrong_signature: { wrongSecret: true, skewSeconds: 0 },
  stale: { wrongSecret: false, skewSeconds: -A_DAY },
  future: { wrongSecret: false, skewSeconds: A_DAY },
};

/** Sends notifications as a gateway does: at least once, again until it is answered with 2xx, in no promised order. */
export class Notifier {
  current: DeliveryInput = { delivery: "normal" };
  readonly records: DeliveryRecord[] = [];
  #left = Number.POSITIVE_INFINITY;
  readonly #heldBack: Notification[] = [];
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #running = new Set<Promise<void>>();

  constructor(private readonly options: NotifierOptions) {}

  set(input: DeliveryInput): void {
    this.current = input;
    this.#left = input.count ?? Number.POSITIVE_INFINITY;
    if (input.delivery !== "reorder") this.#releaseHeldBack();
  }

  notify(notification: Notification): void {
    if (!notification.url) return;
    const { delivery, delayMs, times } = this.#take();
    if (delivery === "drop") return;
    if (delivery === "reorder") {
      // Held back until the next one overtook it.
      this.#heldBack.push(notification);
      if (this.#heldBack.length >= 2) this.#releaseHeldBack();
      return;
    }
    if (delivery === "delay") return this.#later(delayMs ?? DELAY_MS, () => this.deliver(notification));
    const copies = delivery === "duplicate" ? (times ?? DUPLICATES) : 1;
    for (let copy = 0; copy < copies; copy += 1) this.deliver(notification, delivery);
  }

  /** One delivery now, with its retries. */
  deliver(notification: Notification, delivery: Delivery = "normal", attempt = 1): void {
    const running = this.#send(notification, delivery, attempt).finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** Waits for what is under way now, not for retries and delays. */
  async settle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  #take(): DeliveryInput {
    const { current } = this;
    if (current.delivery === "normal") return current;
    this.#left -= 1;
    if (this.#left <= 0) this.current = { delivery: "normal" };
    return current;
  }

  #releaseHeldBack(): void {
    const late = this.#heldBack.splice(0).reverse();
    const running = (async () => {
      for (const notification of late) await this.#send(notification, "normal", 1);
    })().finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  async #send(notification: Notification, delivery: Delivery, attempt: number): Promise<void> {
    const { url, headers } = this.options.sign(notification, SPOILT[delivery] ?? honest);
    const body = delivery === "tampered" ? `${notification.body} ` : notification.body;
    const status = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).then(
      async (answer) => {
        await answer.body?.cancel();
        return answer.status;
      },
      () => 0,
    );
    const { id: eventId, type } = notification;
    this.records.push({ eventId, type, at: new Date().toISOString(), status, attempt });
    if (this.records.length > SHOWN) this.records.shift();
    const isTaken = status >= 200 && status < 300;
    const wait = (this.options.retryMs ?? RETRY_MS)[attempt - 1];
    // What was spoilt on purpose is not tried again by itself: "resend" does.
    if (isTaken || delivery !== "normal" || wait === undefined) return;
    this.options.log?.(`${type} was answered with ${status || "nothing"}; again in ${wait} ms`);
    this.#later(wait, () => this.deliver(notification, "normal", attempt + 1));
  }

  #later(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, ms);
    timer.unref();
    this.#timers.add(timer);
  }
}
