import { noteLowBalance } from "@/lib/domain/wallet/commands/note-low-balance";
import type { Subscriber } from "../subscriber";

const KINDS = [
  "wallet.changed",
  "order.requested",
  "order.canceled",
  "order.expired",
  "order.failed",
  "order.refunded",
] as const;

/** Watches the threshold that somebody chose, wherever what they can spend may have moved. */
export const lowBalance: Subscriber<(typeof KINDS)[number]> = {
  name: "low-balance",
  kinds: KINDS,
  async handle(deps, { userId }) {
    if (userId) await noteLowBalance(deps, userId);
  },
};
