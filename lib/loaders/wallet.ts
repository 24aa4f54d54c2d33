import "server-only";
import { getDeps } from "@/lib/deps";
import { customerScope } from "@/lib/domain/kernel/actor";
import { getBalance, listWalletLines, type WalletLinesInput } from "@/lib/domain/wallet/queries";
import { requireCustomer } from "./session";

/** The wallet page: what there is, and the statement. */
export async function loadWallet(input: WalletLinesInput) {
  const { actor } = await requireCustomer();
  const deps = getDeps();
  const scope = customerScope(actor);
  const [balance, lines] = await Promise.all([getBalance(deps, scope), listWalletLines(deps, scope, input)]);
  return { balance, lines, isDemo: deps.mode === "demo" };
}
