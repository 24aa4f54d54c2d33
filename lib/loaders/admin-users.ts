import "server-only";
import { getDeps } from "@/lib/deps";
import { listAuditEvents } from "@/lib/domain/audit/queries/audit-events";
import { canManageUser, hasRole } from "@/lib/domain/identity/policy";
import { getUserDetail } from "@/lib/domain/identity/queries/user-detail";
import { listUsers } from "@/lib/domain/identity/queries/users";
import { customerScopeOf, type UserActor } from "@/lib/domain/kernel/actor";
import { listAllOrders } from "@/lib/domain/numbers/queries";
import { getBalance, listWalletLines } from "@/lib/domain/wallet/queries";
import { listAccountsOfUser } from "@/lib/domain/wallet/queries/ledger-accounts";
import { listPendingHolds } from "@/lib/domain/wallet/queries/statement";
import { USER_LIST } from "@/lib/table/definitions/users";
import { type AskedParameters, readTableState } from "@/lib/table/table-state";
import { withOffers } from "./admin-audit";
import { requireStaff } from "./session";

/** People as the address asks for them. */
export async function loadUsers(asked: AskedParameters) {
  const { actor } = await requireStaff("SUPPORT");
  const state = readTableState(USER_LIST, asked);
  const filter = { ...state.filters, search: state.search };
  return { state, page: await listUsers(getDeps(), actor, filter, state) };
}

/** One person with their money, and whether the looker may manage them. Null when there is no such person. */
export async function loadUserDetail(userId: string) {
  const { actor } = await requireStaff("SUPPORT");
  const user = await getUserDetail(getDeps(), actor, userId);
  if (!user) return null;
  const balance = await getBalance(getDeps(), customerScopeOf(user.id));
  return {
    actor,
    user,
    balance,
    canManage: canManageUser(actor, user.id),
    canGrant: hasRole(actor.role, "ADMIN"),
  };
}

const NEWEST = { page: 1, pageSize: 25 };

/** The books of one person: their accounts, lines and what is held. */
export async function loadUserMoney(actor: UserActor, userId: string) {
  const deps = getDeps();
  const scope = customerScopeOf(userId);
  const [accounts, lines, holds] = await Promise.all([
    listAccountsOfUser(deps, actor, userId),
    listWalletLines(deps, scope, NEWEST),
    listPendingHolds(deps, scope),
  ]);
  return { accounts, lines, holds };
}

/** The last orders of one person. */
export async function loadUserOrders(actor: UserActor, userId: string) {
  const read = await listAllOrders(getDeps(), actor, { ...NEWEST, userId });
  if (!read.ok) throw new Error(read.reason);
  return read;
}

/** What was done to one person, and by them. */
export async function loadUserTrail(actor: UserActor, userId: string) {
  return withOffers(await listAuditEvents(getDeps(), actor, { search: userId }, NEWEST));
}
