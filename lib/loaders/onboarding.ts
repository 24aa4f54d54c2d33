import "server-only";
import { getDeps } from "@/lib/deps";
import { readOnboarding } from "@/lib/domain/identity/queries/onboarding";
import { customerScope } from "@/lib/domain/kernel/actor";
import { listOrderHistory } from "@/lib/domain/numbers/queries/order-history";
import { getBalance } from "@/lib/domain/wallet/queries";
import { routes } from "@/lib/routes";
import { requireCustomer } from "./session";

/** The first steps and how far they are; null once they are dismissed or all done. */
export async function loadChecklist() {
  const { actor } = await requireCustomer();
  const deps = getDeps();
  const scope = customerScope(actor);
  const facts = await readOnboarding(deps, scope);
  if (facts.isDismissed) return null;
  const [balance, orders] = await Promise.all([
    getBalance(deps, scope),
    listOrderHistory(deps, scope, {}, { page: 1, pageSize: 1 }),
  ]);
  const hasRented = orders.total > 0;
  const hasMoney = balance.availableMicros + balance.heldMicros > 0n || hasRented;
  const steps = [
    { key: "verifyEmail", isDone: facts.isEmailVerified, href: routes.settings() },
    { key: "topUp", isDone: hasMoney, href: routes.wallet() },
    { key: "rent", isDone: hasRented, href: routes.numbers() },
    { key: "secure", isDone: facts.isSecured, href: routes.security() },
  ] as const;
  return steps.every(({ isDone }) => isDone) ? null : [...steps];
}
