import { writeEvent } from "@/lib/domain/kernel/outbox";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { giveWelcomeCredit } from "@/lib/domain/wallet/commands/welcome-credit";
import type { Subscriber } from "../subscriber";

/** In demo a new account starts with a little sandbox money, once. */
export const welcomeCredit: Subscriber<"user.registered"> = {
  name: "welcome-credit",
  kinds: ["user.registered"],
  async handle(deps, { payload: { userId } }) {
    if (deps.mode !== "demo") return;
    await inTransaction(deps, async (tx) => {
      const { replayed } = await giveWelcomeCredit(tx, { userId, lineId: deps.ids.uuid() });
      if (!replayed) await writeEvent(tx, "wallet.changed", { userId }, { userId });
    });
  },
};
