import { raiseToLevelOne } from "@/lib/domain/identity/commands/raise-level";
import { getUser } from "@/lib/domain/identity/queries";
import { customerScopeOf, systemActor } from "@/lib/domain/kernel/actor";
import { listWalletLines } from "@/lib/domain/wallet/queries";
import type { Subscriber } from "../subscriber";

/** Level 1 comes by itself: the e-mail address is verified and something was paid in (a welcome gift is no payment). */
export const verificationLevel: Subscriber<"wallet.changed" | "user.email_verified"> = {
  name: "verification-level",
  kinds: ["wallet.changed", "user.email_verified"],
  async handle(deps, { payload: { userId } }) {
    const scope = customerScopeOf(userId);
    const user = await getUser(deps, scope);
    if (user.verificationLevel > 0 || !user.isEmailVerified) return;
    const { lines } = await listWalletLines(deps, scope, {
      page: 1,
      pageSize: 10,
      type: "DEPOSIT",
      status: "COMPLETED",
    });
    const hasPaid = lines.some((line) => line.paymentMethod !== "BALANCE");
    if (hasPaid) await raiseToLevelOne(deps, systemActor("verification level"), userId);
  },
};
