import { createKey } from "@/lib/domain/api-keys/commands/create-key";
import { SCOPES } from "@/lib/domain/api-keys/vocabulary";
import { deliverSandboxMessages } from "@/lib/domain/numbers/commands/deliver-sandbox-messages";
import { openShop, type Shop } from "../integration/numbers/numbers-fixture";
import { passTime } from "../support/pass-time";
import { openWorld, type Person, type World } from "../support/world";

export interface Asked {
  status: number;
  type: string | null;
  body: string;
}

/** A world with two services in Brazil, named as the 5sim protocol names them, and numbers of our own. */
export interface FiveSimWorld extends World {
  shop: Shop;
  /** A key of the person's. */
  key(person: Person, options?: KeyOptions): Promise<string>;
  /** The exact answer; `key` is sent as the bearer's token. */
  ask(path: string, key?: string | null, init?: RequestInit): Promise<Asked>;
  /** What sandbox orders are due to get, so many seconds later. */
  deliver(afterSeconds: number): Promise<void>;
}

export interface KeyOptions {
  mode?: "LIVE" | "SANDBOX";
  scopes?: (typeof SCOPES)[number][];
  maxPriceMicros?: bigint;
}

export async function openFiveSimWorld(ownNumbers = 12): Promise<FiveSimWorld> {
  const world = await openWorld();
  const { deps } = world;
  const shop = await openShop(deps.db, { ownNumbers });
  await deps.db.country.updateMany({ data: { fiveSimName: "brazil" } });
  await deps.db.service.updateMany({ where: { code: "wa" }, data: { fiveSimName: "whatsapp" } });
  return {
    ...world,
    shop,
    async key({ actor }, { mode = "LIVE", scopes = [...SCOPES], maxPriceMicros } = {}) {
      const input = { userId: actor.userId, name: "program", mode, scopes, maxPriceMicros };
      const made = await createKey(deps, actor, input);
      if (!made.ok) throw new Error(made.reason);
      return made.key;
    },
    async ask(path, key = null, init = {}) {
      const headers = new Headers(init.headers);
      if (key !== null) headers.set("authorization", `Bearer ${key}`);
      const answer = await world.app.request(`/v1${path}`, { ...init, headers });
      return {
        status: answer.status,
        type: answer.headers.get("content-type"),
        body: await answer.text(),
      };
    },
    async deliver(afterSeconds) {
      await passTime(deps, afterSeconds);
      await deliverSandboxMessages(deps);
    },
  };
}
