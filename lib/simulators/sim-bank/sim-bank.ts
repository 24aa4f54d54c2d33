import { createHmac } from "node:crypto";
import { createRandom } from "../random";
import { writeText } from "../sms-upstream/texts";
import type { ProductDatabase } from "./product-database";

export interface SimBankOptions extends Pick<ProductDatabase, "db" | "notifications"> {
  /** Where the product listens: its generic inbound hook is called as any gateway would. */
  productUrl: string;
  hookSecret: string;
  delay?: { minMs: number; maxMs: number };
  log(line: string): void;
}

interface Waiting {
  phone: string;
  service: string;
  sender: string;
}

const DELAY = { minMs: 6_000, maxMs: 14_000 };

function sign(secret: string, id: string, timestamp: number, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
}

/**
 * Plays the world that sends SMS to the operator's own SIM cards: when one is rented, a text comes to it after a while,
 * through the signed generic hook.
 */
export function startSimBank(options: SimBankOptions): { close(): void } {
  const random = createRandom();
  const { db, notifications } = options;
  const timers = new Set<NodeJS.Timeout>();
  const { minMs, maxMs } = options.delay ?? DELAY;

  async function readWaiting(orderId: string): Promise<Waiting | undefined> {
    const rows = await db.$queryRaw<Waiting[]>`
      SELECT o.phone_e164 AS phone, s.code AS service, s.name AS sender
      FROM orders o
      JOIN services s ON s.id = o.service_id
      JOIN providers p ON p.id = o.provider_id AND p.kind = 'OWN_STOCK' AND p.is_simulated
      WHERE o.id = ${orderId}::uuid AND o.status = 'ACTIVE' AND NOT o.is_sandbox`;
    return rows[0];
  }

  async function send(orderId: string): Promise<void> {
    const waiting = await readWaiting(orderId);
    if (!waiting) return;
    const id = `sim-${orderId}-${Date.now()}`;
    const { text } = writeText(random, waiting.service, "en");
    const body = JSON.stringify({ id, from: waiting.sender, to: waiting.phone, text });
    const timestamp = Math.floor(Date.now() / 1_000);
    const answer = await fetch(new URL("/api/hooks/sms/generic", options.productUrl), {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "webhook-id": id,
        "webhook-timestamp": String(timestamp),
        "webhook-signature": sign(options.hookSecret, id, timestamp, body),
      },
      body,
    });
    if (!answer.ok) options.log(`the product answered ${answer.status} to a simulated SMS`);
  }

  const stopListening = notifications.on("patchbay_events", (payload) => {
    const event = JSON.parse(payload) as { kind: string; subjectId: string | null };
    if (event.kind !== "order.activated" || !event.subjectId) return;
    const orderId = event.subjectId;
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        send(orderId).catch((error: unknown) =>
          options.log(`a simulated SMS was not sent: ${String(error)}`),
        );
      },
      minMs + random() * (maxMs - minMs),
    );
    timers.add(timer);
  });

  return {
    close() {
      stopListening();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
