import { createRandom, pick } from "@/lib/simulators/random";
import type { Person } from "../support/world";

/** One wish of a customer, kept until it is answered for good: the key stays the same through every retry. */
export interface Answered {
  key: string;
  status: number;
  reason: string | null;
  orderId: string | null;
  tries: number;
}

export interface Renters {
  /** Answers for good, so far. */
  answers: Answered[];
  /** Answers that were not for good, by status: what a client sees while things are broken. */
  troubles: Map<number, number>;
  /** No new wishes; resolves when the last is answered. */
  finish(): Promise<void>;
}

export interface RentersOptions {
  people: Person[];
  seed: number;
  /** Where the product answers now; waits while it is away. */
  url(): Promise<string>;
  /** A look at every answer that is not for good. */
  onTrouble?(response: Response): void;
}

const SERVICES = ["whatsapp", "telegram", "telegram", "google", "instagram", "facebook", "discord"];
const COUNTRIES = ["BR", "US", "GB", "ID"];
const ANSWER_MS = 10_000;

interface Wish {
  idempotencyKey: string;
  service: string;
  country: string;
}

/** Each person rents one number after the other, over HTTP, and asks again under the same key until they know. */
export function startRenters({ people, seed, url, onTrouble }: RentersOptions): Renters {
  const answers: Answered[] = [];
  const troubles = new Map<number, number>();
  let wanted = true;

  async function ask(person: Person, wish: Wish): Promise<Response | null> {
    const headers = { cookie: person.cookie, "content-type": "application/json" };
    try {
      const response = await fetch(`${await url()}/api/test/rent`, {
        method: "POST",
        headers,
        body: JSON.stringify(wish),
        signal: AbortSignal.timeout(ANSWER_MS),
      });
      if (response.status < 500) return response;
      troubles.set(response.status, (troubles.get(response.status) ?? 0) + 1);
      onTrouble?.(response);
      await response.body?.cancel();
    } catch {
      troubles.set(0, (troubles.get(0) ?? 0) + 1);
    }
    // A breath, as a client takes it: a dead address answers at once.
    await new Promise((resolve) => setTimeout(resolve, 10));
    return null;
  }

  async function rent(person: Person, wish: Wish): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      const response = await ask(person, wish);
      const body = await response?.json().catch(() => null);
      if (!response || body === null) continue;
      const { reason = null, order = null } = body as { reason?: string; order?: { id: string } };
      answers.push({
        key: wish.idempotencyKey,
        status: response.status,
        reason,
        orderId: order?.id ?? null,
        tries,
      });
      return;
    }
  }

  async function live(person: Person, index: number): Promise<void> {
    const random = createRandom(seed + index);
    for (let count = 0; wanted; count += 1) {
      const idempotencyKey = `${index}-${count}`;
      await rent(person, {
        idempotencyKey,
        service: pick(random, SERVICES),
        country: pick(random, COUNTRIES),
      });
    }
  }

  const lives = people.map(live);
  return {
    answers,
    troubles,
    async finish() {
      wanted = false;
      await Promise.all(lives);
    },
  };
}
