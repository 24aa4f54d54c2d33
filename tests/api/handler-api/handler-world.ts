import { randomUUID } from "node:crypto";
import { createKey } from "@/lib/domain/api-keys/commands/create-key";
import type { CreateKeyInput } from "@/lib/domain/api-keys/schema";
import { receiveMessage } from "@/lib/domain/numbers/commands/receive-message";
import { openShop, type Shop, type ShopOptions } from "../../integration/numbers/numbers-fixture";
import { passTime } from "../../support/pass-time";
import { openWorld, type Person, type World } from "../../support/world";

export const PATH = "/stubs/handler_api.php";

export interface Said {
  status: number;
  type: string | null;
  body: string;
}

/** A shop with a door of the SMS-Activate protocol, and people with keys. */
export interface HandlerWorld extends World {
  shop: Shop;
  /** Asks with these parameters in the query. */
  ask(parameters: Record<string, string>, init?: RequestInit): Promise<Said>;
  /** Only the words of the answer. */
  say(parameters: Record<string, string>): Promise<string>;
  key(person: Person, over?: Partial<CreateKeyInput>): Promise<string>;
  /** An SMS to the number of this activation, whose text is given. */
  sms(activation: number | string, text: string): Promise<void>;
  pass(seconds: number): Promise<void>;
}

export async function openHandlerWorld(options: ShopOptions = {}): Promise<HandlerWorld> {
  const world = await openWorld();
  const shop = await openShop(world.deps.db, options);
  const { deps } = world;
  await deps.db.country.create({
    data: { id: randomUUID(), iso2: "IR", legacyId: 57, nameEn: "Iran", phoneCode: "98" },
  });
  async function ask(parameters: Record<string, string>, init?: RequestInit): Promise<Said> {
    const answer = await world.app.request(`${PATH}?${new URLSearchParams(parameters)}`, init);
    return {
      status: answer.status,
      type: answer.headers.get("content-type"),
      body: await answer.text(),
    };
  }
  return {
    ...world,
    shop,
    ask,
    say: async (parameters) => (await ask(parameters)).body,
    async key(person, over = {}) {
      const made = await createKey(deps, person.actor, {
        userId: person.actor.userId,
        name: "Robot",
        mode: "LIVE",
        scopes: ["numbers:read", "numbers:write", "wallet:read"],
        rateLimit: 6_000,
        ...over,
      });
      if (!made.ok) throw new Error(made.reason);
      return made.key;
    },
    async sms(activation, text) {
      const order = await deps.db.order.findUniqueOrThrow({ where: { number: Number(activation) } });
      await receiveMessage(deps, {
        source: "generic",
        providerMessageId: randomUUID(),
        from: "WhatsApp",
        to: order.phoneE164 ?? "",
        body: text,
      });
    },
    pass: (seconds) => passTime(deps, seconds),
  };
}
