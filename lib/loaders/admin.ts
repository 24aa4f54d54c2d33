import "server-only";
import { getDeps } from "@/lib/deps";
import { listUsers } from "@/lib/domain/identity/queries/users";
import { listAllOrders } from "@/lib/domain/numbers/queries";
import { type ListOrdersInput, listOrdersSchema } from "@/lib/domain/numbers/schema";
import { listProviderHealth } from "@/lib/domain/supply/queries";
import { checkLedger, getHouseTotals } from "@/lib/domain/wallet/queries";
import { requireStaff } from "./session";

/** The first page of the back office: do the books balance, whose money is where, do the suppliers answer. */
export async function loadOverview() {
  const { actor } = await requireStaff("SUPPORT");
  const deps = getDeps();
  const [ledger, totals, providers, people, running] = await Promise.all([
    checkLedger(deps),
    getHouseTotals(deps),
    listProviderHealth(deps),
    listUsers(deps, actor, { search: "", page: 1 }),
    listAllOrders(deps, actor, { page: 1, pageSize: 1, outcome: "running" }),
  ]);
  return {
    ledger,
    totals,
    providers,
    people: people.total,
    running: running.ok ? running.total : 0,
    now: deps.clock.now().toISOString(),
    mayMoveClock: deps.mode === "demo" && actor.role === "ADMIN",
  };
}

/** Everybody's orders, without codes and texts. What the address asks and cannot be is left out. */
export async function loadAllOrders(asked: ListOrdersInput) {
  const { actor } = await requireStaff("SUPPORT");
  const parsed = listOrdersSchema.safeParse(asked);
  const page = await listAllOrders(getDeps(), actor, parsed.success ? parsed.data : { page: 1 });
  if (!page.ok) throw new Error(page.reason);
  return { page, mayRefund: actor.role === "ADMIN" };
}
